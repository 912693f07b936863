import { type Range, rangeOf } from "../address";
import { blocksOf, textOf } from "../terraform";
import type { Source } from "./world";

/** Identity of a managed prefix list → its ranges. */
export function readPrefixLists(source: Omit<Source, "prefixLists">): ReadonlyMap<string, readonly Range[]> {
  const entries = [
    ...source
      .ofType("aws_ec2_managed_prefix_list")
      .flatMap((list) =>
        blocksOf(list.attributes["entry"]).map((entry) => [list.address, textOf(entry["cidr"])] as const),
      ),
    ...source
      .ofType("aws_ec2_managed_prefix_list_entry")
      .map((entry) => [source.named(entry, "prefix_list_id"), textOf(entry.attributes["cidr"])] as const),
  ];
  const lists = new Map<string, Range[]>();
  for (const [list, cidr] of entries) {
    if (cidr !== undefined) lists.set(list, [...(lists.get(list) ?? []), rangeOf(cidr)]);
  }
  return lists;
}
