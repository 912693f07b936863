import type { Draft } from "../draft/draft";
import type { Problem } from "../problem/problem";
import { problemAt } from "../source/source";

/** A DNS firewall has something to block. */
export function checkDnsFirewall({ zone }: Draft): readonly Problem[] {
  const firewall = zone?.file.dns?.firewall;
  if (!zone || !firewall || firewall.block.length + Object.keys(firewall.managedLists).length > 0) return [];
  const message = "the DNS firewall blocks nothing; list names in block, or lists of AWS in managedLists";
  return [problemAt(zone.source, ["dns", "firewall"], "LF1523", message, "key")];
}
