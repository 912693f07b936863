import type { DomainAccount } from "../../../engine/universe/request-domain";
import { applies, classesOf, domainOf, isEmpty } from "../questions";
import { statementRule } from "../rule";
import { pathsOf, type StatementOf } from "../subject";

/** A statement that applies to no request that can exist, in any account it binds: its conditions exclude each other or what the account fixes. */
export const deadStatement = statementRule("dead-statement", "warning", (of) => {
  const { subject, statement } = of;
  if (classesOf(subject, statement).length === 0) return [];
  const accounts = pathsOf(of).map(({ domainAccount }) => domainAccount);
  if (accounts.length === 0 || accounts.some((account) => canApply(of, account))) return [];
  return [
    {
      message: "the statement applies to no request: its Resource and its conditions never hold together",
      remedy: "Correct the conditions, or take the statement out.",
    },
  ];
});

/** Actions that act on the same share a domain, and the conditions are the same for all: each domain is asked about once. */
function canApply({ subject, policy, statement }: StatementOf, account: DomainAccount): boolean {
  const asked = new Set<unknown>();
  return classesOf(subject, statement).some((each) => {
    const domain = domainOf(policy, each, account);
    if (asked.has(domain)) return false;
    asked.add(domain);
    return !isEmpty(applies(policy, statement, each), domain);
  });
}
