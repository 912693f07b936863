import type { Draft } from "../draft/draft";
import { quarantineUnit, suspendedUnit } from "../names";
import { nodesAbove } from "../organizational-units";
import type { Problem } from "../problem/problem";
import { problemAt } from "../source/source";

/** What is put away is stopped: suspended accounts by `deny-everything`, those in quarantine by that or by the guardrail `quarantine`. */
export function checkQuarantine({ zone, accounts }: Draft): readonly Problem[] {
  const { organization, organizationalUnits: units, guardrails } = zone?.file ?? {};
  if (!zone || !units || !guardrails) return [];
  const isStopped = (unit: string, by: readonly string[]): boolean =>
    by.some((name) => guardrails[name]?.attachTo.some((node) => nodesAbove(unit).includes(node)) === true);
  const problems: Problem[] = [];
  for (const { source, account } of accounts) {
    if (account.status !== "suspended" || !Object.hasOwn(units, suspendedUnit)) continue;
    if (isStopped(suspendedUnit, ["deny-everything"])) continue;
    const message = `nothing stops what is left in a suspended account; declare guardrails.deny-everything with attachTo: [${suspendedUnit}]`;
    problems.push(problemAt(source, ["status"], "LF1731", message));
  }
  if (Object.hasOwn(units, quarantineUnit) && !isStopped(quarantineUnit, ["quarantine", "deny-everything"])) {
    const message = `nothing stops an account in ${quarantineUnit}; declare guardrails.quarantine with attachTo: [${quarantineUnit}]`;
    problems.push(problemAt(zone.source, ["organizationalUnits", quarantineUnit], "LF1732", message, "key"));
  }
  if (organization?.quarantineNewAccounts === true && !Object.hasOwn(units, quarantineUnit)) {
    const message = `new accounts go to the organizational unit ${quarantineUnit}; declare it under organizationalUnits`;
    problems.push(problemAt(zone.source, ["organization", "quarantineNewAccounts"], "LF1733", message));
  }
  return problems;
}
