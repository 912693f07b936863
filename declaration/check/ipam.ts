import type { Draft } from "../draft/draft";
import type { Problem } from "../problem/problem";
import { rolesOf } from "../resolve";
import { problemAt } from "../source/source";

/** "You cannot use the management account as the IPAM account": IPAM User Guide, "Integrate IPAM with accounts in an AWS Organization". */
export function checkIpam({ zone, accounts }: Draft): readonly Problem[] {
  if (!zone?.file.network?.ipam) return [];
  const hub = accounts.find(({ account: { role } }) => role !== undefined && rolesOf(role).includes("network"));
  if (hub?.account.role === undefined || !rolesOf(hub.account.role).includes("management")) return [];
  const message =
    "the IPAM is in the network account, and AWS takes none in the management account; give another account the role network";
  return [problemAt(zone.source, ["network", "ipam"], "LF1525", message, "key")];
}
