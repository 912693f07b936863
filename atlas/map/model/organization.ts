import type { Account, LandingZone } from "../../../declaration/model";
import { rootPath } from "../../../declaration/root-path";
import type { MappedAccount, MappedUnit } from "./zone-map";

/** The units with what is attached to them, the root first. */
export function unitsOf({ organizationalUnits, guardrails }: LandingZone): readonly MappedUnit[] {
  const attached = (path: string): readonly string[] =>
    guardrails
      .filter(({ attachTo }) => attachTo.includes(path))
      .map(({ name }) => name)
      .sort();
  return [
    { path: rootPath, guardrails: attached(rootPath) },
    ...organizationalUnits.map(({ path, parent }) => ({ path, parent, guardrails: attached(path) })),
  ];
}

export function accountsOf(zone: LandingZone): readonly MappedAccount[] {
  return zone.accounts.map((account) => ({
    name: account.name,
    displayName: account.displayName,
    unit: account.organizationalUnit,
    owner: account.owner,
    status: account.status,
    roles: account.roles,
    ...placeInNetwork(zone, account),
    ...(account.service ? { service: account.service.name } : {}),
    ...(account.service?.eventBus === undefined ? {} : { eventBus: account.service.eventBus }),
    guardrails: zone.guardrails
      .filter(({ accounts }) => accounts?.includes(account.name))
      .map(({ name }) => name)
      .sort(),
    tags: account.tags,
  }));
}

function placeInNetwork(
  { network }: LandingZone,
  { name, network: spoke, sharedVpc }: Account,
): Pick<MappedAccount, "domain" | "network"> {
  if (spoke) return { domain: spoke.domain, network: name };
  const shared = network.sharedVpcs.find((each) => each.name === sharedVpc);
  return shared ? { domain: shared.domain, network: shared.name } : {};
}
