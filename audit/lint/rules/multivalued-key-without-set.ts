import { keyFacts } from "../../../engine/universe/key-domains";
import { statementRule } from "../rule";

/**
 * What an operator does with several values when nothing says whether one or all must match is not documented (IAM User Guide,
 * "Single-valued vs. multivalued context keys").
 */
export const multivaluedKeyWithoutSet = statementRule("multivalued-key-without-set", "warning", ({ statement }) =>
  statement.conditions
    .filter(({ key, qualifier, operator }) => {
      return qualifier === undefined && operator !== "Null" && keyFacts(key)?.multivalued === true;
    })
    .map(({ key, operator, place }) => ({
      message: `${operator} on ${key}, which can have several values`,
      remedy: `Write ForAnyValue:${operator} when one value is enough, ForAllValues:${operator} when all must match.`,
      place,
    })),
);
