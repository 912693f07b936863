import { nearest } from "../../../engine/nearest";
import { keyFacts, keyNames } from "../../../engine/universe/key-domains";
import { statementRule } from "../rule";
import { meant } from "../words";

/** A key that AWS does not document is never present (IAM User Guide, "AWS global condition context keys"; Service Authorization Reference). */
export const unknownKey = statementRule("unknown-key", "warning", ({ statement }) =>
  statement.conditions
    .filter(({ key }) => keyFacts(key) === undefined)
    .map(({ key, place }) => ({
      message: `AWS documents no condition key ${key}${meant(near(key))}`,
      remedy: "Correct the key: one that is never present makes a condition that never holds, or always.",
      place,
    })),
);

/** `aws:PrincipleTag/team` → `aws:PrincipalTag/team`. */
function near(key: string): string | undefined {
  const variable = /[/](.+)$/.exec(key)?.[1];
  if (variable === undefined) return nearest(key, keyNames());
  return nearest(key.slice(0, -variable.length) + "*", keyNames())?.replace("*", () => variable);
}
