import type { Draft } from "../draft/draft";
import { didYouMean } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { shown } from "../problem/words";
import { hasTags, rolesOf } from "../resolve";
import { problemAt } from "../source/source";

/**
 * Guardrails on single accounts: on accounts that exist or have the tags, none that stops the landing zone. A closed account may stay in the list;
 * nothing is attached to it.
 */
export function checkGuardrailAccounts({ zone, accounts, accountsComplete }: Draft): readonly Problem[] {
  const guardrails = zone?.file.guardrails;
  if (!zone || !guardrails) return [];
  const names = accounts.flatMap(({ account }) => account.name ?? []);
  return Object.entries(guardrails).flatMap(([guardrail, { attachTo, accounts: single, tags }]): Problem[] => {
    const at = (path: readonly PropertyKey[], code: Problem["code"], message: string, where?: "key"): Problem =>
      problemAt(zone.source, ["guardrails", guardrail, ...path], code, message, where);
    if (attachTo.length + single.length + Object.keys(tags).length === 0) {
      return [at([], "LF1713", `${guardrail} is attached nowhere; name units in attachTo, accounts, or tags`, "key")];
    }
    const tagged = accounts.filter(({ account }) => hasTags(account.tags ?? {}, tags));
    const asked = Object.entries(tags).map(([key, value]) => shown(`${key}: ${value}`));
    const nobody = asked.length > 0 && accountsComplete && tagged.length === 0;
    const stopped = tagged.flatMap(({ account: { name = "" } }) =>
      guardrail === "deny-everything" && hasFoundationRole(accounts, name) ? [name] : [],
    );
    return [
      ...(nobody ? [at(["tags"], "LF1716", `no account has ${asked.join(" and ")} in its tags`, "key")] : []),
      ...stopped.map((name) => at(["tags"], "LF1711", `${guardrail} at ${name} would stop the landing zone itself`)),
      ...single.flatMap((name, index): Problem[] => {
        const place = ["accounts", index];
        if (accountsComplete && !names.includes(name)) {
          return [at(place, "LF1714", `there is no account ${name}${didYouMean(name, names)}`)];
        }
        const isStopped = guardrail === "deny-everything" && hasFoundationRole(accounts, name);
        return isStopped ? [at(place, "LF1711", `${guardrail} at ${name} would stop the landing zone itself`)] : [];
      }),
    ];
  });
}

function hasFoundationRole(accounts: Draft["accounts"], name: string): boolean {
  const role = accounts.find(({ account }) => account.name === name)?.account.role;
  return role !== undefined && !rolesOf(role).includes("workload");
}
