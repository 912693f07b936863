import { keyFacts } from "../../../engine/universe/key-domains";
import { statementRule } from "../rule";

/**
 * ForAllValues holds when the key is missing, so that on a key of one value it only opens a hole (IAM User Guide, "Set operators for
 * multivalued context keys").
 */
export const setOperatorOnSingleValue = statementRule("set-operator-on-single-value", "warning", ({ statement }) =>
  statement.conditions
    .filter(({ key, qualifier }) => qualifier !== undefined && keyFacts(key)?.multivalued === false)
    .map(({ key, qualifier, operator, place }) => ({
      message: `${qualifier ?? ""}:${operator} on ${key}, which has one value`,
      remedy: `Write ${operator} without ${qualifier ?? ""}; add a Null test when the key has to be present.`,
      place,
    })),
);
