import type { Draft } from "../draft/draft";
import { hubVpcs } from "../names";
import { didYouMean, listed } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { problemAt } from "../source/source";

/**
 * Route domains that exist, and that talk both ways: a range propagated one way only loses the answers. A domain may name itself: its
 * members talk to each other then, and not otherwise.
 */
export function checkDomains({ zone, accounts }: Draft): readonly Problem[] {
  const domains = zone?.file.network?.domains;
  if (!zone || !domains) return [];
  const names = Object.keys(domains);
  const unknown = (name: string): string =>
    `the route domain ${name} is not declared${didYouMean(name, names) || `; declared: ${listed(names)}`}`;
  const problems: Problem[] = [];
  for (const [name, { talksTo }] of Object.entries(domains)) {
    const at = (index: number, code: Problem["code"], message: string): Problem =>
      problemAt(zone.source, ["network", "domains", name, "talksTo", index], code, message);
    if (Object.hasOwn(hubVpcs, name)) {
      const message = `${name} is the route domain of the ${name} VPC; choose another name`;
      problems.push(problemAt(zone.source, ["network", "domains", name], "LF1513", message, "key"));
    }
    for (const [index, other] of talksTo.entries()) {
      const back = domains[other];
      if (!back) problems.push(at(index, "LF1502", unknown(other)));
      else if (!back.talksTo.includes(name)) {
        problems.push(
          at(index, "LF1504", `${name} talks to ${other}, but ${other} does not list ${name}: answers would be lost`),
        );
      }
    }
  }
  for (const { source, account } of accounts) {
    if (account.network === undefined || account.network === "none" || names.includes(account.network.domain)) continue;
    problems.push(problemAt(source, ["network", "domain"], "LF1501", unknown(account.network.domain)));
  }
  return problems;
}
