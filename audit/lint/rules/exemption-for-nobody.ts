import { exemptionsOf } from "../exemptions";
import { overlap } from "../overlap";
import { statementRule } from "../rule";

/** An exemption for a principal that the zone does not make: a misspelt one exempts nobody, a forgotten one whoever comes to have the name. */
export const exemptionForNobody = statementRule(
  "exemption-for-nobody",
  "warning",
  ({ subject: { principals }, statement }) => {
    if (principals === undefined) return [];
    return exemptionsOf(statement)
      .filter(({ pattern }) => !principals.some((principal) => overlap(pattern, principal)))
      .map(({ pattern, test }) => ({
        message: `no principal that the zone makes is ${pattern}`,
        remedy: "Correct the exemption, or take it out.",
        place: test.place,
      }));
  },
);
