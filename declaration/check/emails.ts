import { email as emailSchema } from "../schema/primitives";
import type { Draft } from "../draft/draft";
import type { Problem } from "../problem/problem";
import { shown } from "../problem/words";
import { quotas } from "../quotas";
import { derivedEmail } from "../resolve";
import { problemAt } from "../source/source";

/** Root emails, given or derived: unique in AWS ignoring case, within its quota. `a+b@` and `a@` are two addresses. */
export function checkEmails({ zone, accounts }: Draft): readonly Problem[] {
  const pattern = zone?.file.organization?.emailPattern;
  const problems: Problem[] = [];
  if (zone && pattern !== undefined && !emailSchema.safeParse(derivedEmail(pattern, "a")).success) {
    const message = `${shown(pattern)} does not become an email address; orders would get ${shown(derivedEmail(pattern, "orders"))}`;
    problems.push(problemAt(zone.source, ["organization", "emailPattern"], "LF1310", message));
  }
  const firstOf = new Map<string, string>();
  for (const { source, account } of accounts) {
    const derived =
      pattern !== undefined && account.name !== undefined ? derivedEmail(pattern, account.name) : undefined;
    // A wrong email leaves no trace in the draft, and must not be taken for one that is left out.
    const email = account.email ?? ("email" in source.data ? undefined : derived);
    if (email === undefined) continue;
    const path = account.email === undefined ? ["name"] : ["email"];
    if (email.length > quotas.accountEmail) {
      const message = `the root email ${shown(email)} has ${email.length} characters; AWS allows ${quotas.accountEmail}`;
      problems.push(problemAt(source, path, "LF1309", message));
    }
    const twin = firstOf.get(email.toLowerCase());
    if (twin === undefined) firstOf.set(email.toLowerCase(), source.file);
    else if (account.email !== undefined || !isSameAccountTwice(accounts, account.name)) {
      problems.push(
        problemAt(source, path, "LF1402", `the root email ${shown(email)} is that of ${twin} too; AWS takes each once`),
      );
    }
  }
  return problems;
}

/** An account declared twice has its derived email twice: one mistake, reported as the name's. */
function isSameAccountTwice(accounts: Draft["accounts"], name: string | undefined): boolean {
  return accounts.filter(({ account }) => account.name === name).length > 1;
}
