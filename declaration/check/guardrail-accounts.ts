import type { Draft } from "../draft/draft";
import { didYouMean } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { quotas } from "../quotas";
import { rolesOf } from "../resolve";
import { problemAt } from "../source/source";

/**
 * Guardrails on single accounts: on accounts that exist, no more than AWS attaches to one, none that stops the landing zone. A closed account may
 * stay in the list; nothing is attached to it.
 */
export function checkGuardrailAccounts({ zone, accounts, accountsComplete }: Draft): readonly Problem[] {
  const guardrails = zone?.file.guardrails;
  if (!zone || !guardrails) return [];
  const names = accounts.flatMap(({ account }) => account.name ?? []);
  const attached = new Map<string, number>();
  return Object.entries(guardrails).flatMap(([guardrail, { attachTo, accounts: single }]): Problem[] => {
    const at = (path: readonly PropertyKey[], code: Problem["code"], message: string, where?: "key"): Problem =>
      problemAt(zone.source, ["guardrails", guardrail, ...path], code, message, where);
    if (attachTo.length + single.length === 0) {
      return [at([], "LF1713", `${guardrail} is attached nowhere; name units in attachTo, or accounts`, "key")];
    }
    return single.flatMap((name, index): Problem[] => {
      const place = ["accounts", index];
      const count = (attached.get(name) ?? 0) + 1;
      attached.set(name, count);
      if (accountsComplete && !names.includes(name)) {
        return [at(place, "LF1714", `there is no account ${name}${didYouMean(name, names)}`)];
      }
      if (count === quotas.policiesPerNode) {
        const message = `the account ${name} gets more than ${quotas.policiesPerNode - 1} guardrails of its own; AWS attaches ${quotas.policiesPerNode} policies, and FullAWSAccess is one`;
        return [at(place, "LF1707", message)];
      }
      const isStopped = guardrail === "deny-everything" && hasFoundationRole(accounts, name);
      return isStopped ? [at(place, "LF1711", `${guardrail} at ${name} would stop the landing zone itself`)] : [];
    });
  });
}

function hasFoundationRole(accounts: Draft["accounts"], name: string): boolean {
  const role = accounts.find(({ account }) => account.name === name)?.account.role;
  return role !== undefined && !rolesOf(role).includes("workload");
}
