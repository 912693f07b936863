import type { Draft } from "../draft/draft";
import type { Problem } from "../problem/problem";
import { shown } from "../problem/words";
import { quotas } from "../quotas";
import { problemAt, type Source } from "../source/source";

/** Tags Landfall puts on every resource: stack, account and owner. */
const ownTags = 3;
const reservedPrefixes = ["aws:", "landfall:"];

/** Tags that AWS takes, in keys nobody else writes. */
export function checkTags({ zone, accounts }: Draft): readonly Problem[] {
  const zoneTags = zone?.file.tags ?? {};
  const reserved = (source: Source, tags: Readonly<Record<string, string>>): Problem[] =>
    Object.keys(tags).flatMap((key): Problem[] => {
      const prefix = reservedPrefixes.find((start) => key.toLowerCase().startsWith(start));
      const message = `the tag ${shown(key)} starts with ${prefix ?? ""}, which is reserved`;
      return prefix === undefined ? [] : [problemAt(source, ["tags", key], "LF1221", message, "key")];
    });
  const tooMany = accounts.flatMap(({ source, account }): Problem[] => {
    const count = new Set([...Object.keys(zoneTags), ...Object.keys(account.tags ?? {})]).size + ownTags;
    if (count <= quotas.tags) return [];
    const message = `resources would have ${count} tags: the zone's, the account's and ${ownTags} of Landfall; AWS allows ${quotas.tags}`;
    return [problemAt(source, ["tags"], "LF1312", message, "key")];
  });
  return [
    ...(zone ? reserved(zone.source, zoneTags) : []),
    ...accounts.flatMap(({ source, account }) => reserved(source, account.tags ?? {})),
    ...tooMany,
  ];
}
