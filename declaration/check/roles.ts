import type { Draft } from "../draft/draft";
import { zoneFileName } from "../source/files";
import { listed } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { rolesOf } from "../resolve";
import { foundationRoles, optionalRoles } from "../schema/account";
import { problemAt, problemOfFile } from "../source/source";

/** Each foundation role held by exactly one account, but for the optional ones, which may be held by none. */
export function checkRoles({ accounts, accountsComplete, shown }: Draft): readonly Problem[] {
  const problems: Problem[] = [];
  const holders = new Map<string, string>();
  for (const { source, account } of accounts) {
    const roles = account.role === undefined ? [] : rolesOf(account.role);
    if (roles.includes("workload") && roles.some((role) => role !== "workload")) {
      const message = `workload means none of the landing zone's own roles; take it out of ${listed(roles)}`;
      problems.push(problemAt(source, ["role"], "LF1408", message));
    }
    for (const role of new Set(roles)) {
      const holder = holders.get(role);
      if (role === "workload") continue;
      if (holder === undefined) holders.set(role, source.file);
      else
        problems.push(
          problemAt(source, ["role"], "LF1406", `the role ${role} is claimed in ${holder} too; one account holds it`),
        );
    }
    if (roles.includes("management") && account.service) {
      const message = "the management account runs no service: service control policies do not bind it";
      problems.push(problemAt(source, ["service"], "LF1409", message, "key"));
    }
  }
  const allKnown = accountsComplete && accounts.every(({ account }) => account.role !== undefined);
  if (!allKnown || accounts.length === 0) return problems;
  for (const role of foundationRoles.filter((role) => !holders.has(role) && !optionalRoles.safeParse(role).success)) {
    problems.push(
      problemOfFile(shown(zoneFileName), "LF1407", `no account has the role ${role}; every zone needs one that does`),
    );
  }
  return problems;
}
