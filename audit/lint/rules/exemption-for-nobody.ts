import { exemptions, guardrailsOf, isMadeByAws, roleNameIn } from "../exemptions";
import { overlap } from "../overlap";
import type { Rule } from "../rule";
import { few } from "../words";

/** An exemption for a principal that the zone does not make: a misspelt one exempts nobody, a forgotten one whoever comes to have the name. */
export const exemptionForNobody: Rule = {
  name: "exemption-for-nobody",
  severity: "warning",
  look: (subject) => {
    const { principals } = subject;
    if (principals === undefined) return [];
    return exemptions(subject)
      .filter(({ pattern }) => !isMadeByAws(roleNameIn(pattern) ?? ""))
      .filter(({ pattern }) => !principals.some((principal) => overlap(pattern, principal)))
      .map((exemption) => ({
        ...exemption.by[0],
        message: `no principal that the zone makes is ${exemption.pattern}, exempt from ${few(guardrailsOf(exemption))}`,
        remedy: "Correct the exemption, or take it out.",
      }));
  },
};
