import type { FoundationRole } from "../../declaration/model";
import { didYouMean, listed } from "../../declaration/problem/nearest";
import { foundationRoles } from "../../declaration/schema/account";
import { UserError } from "../../declaration/user-error";
import type { LiveDelegation } from "../../live/live-governance";
import type { AdoptedAccount } from "./adopted-accounts";
import { detectionServicesOf } from "./detection-services";
import { type RequiredRole, requiredRoles, usualNames } from "./usual-names";

/** Who holds a role, and how that was found: `new` when the zone declares an account that does not exist yet. */
export type RoleHolder = { readonly role: FoundationRole } & (
  | { readonly how: "chosen" | "by its name" | "by delegation"; readonly account: AdoptedAccount }
  | { readonly how: "new" }
);

/**
 * Who holds each role of the landing zone.
 * @param choices role → account as typed: its name in AWS, its name in the zone, its email or its id
 * @throws UserError for a role that there is not, or an account that is not adopted
 */
export function assignRoles(
  accounts: readonly AdoptedAccount[],
  delegations: readonly LiveDelegation[],
  choices: ReadonlyMap<string, string>,
): readonly RoleHolder[] {
  const candidates = accounts.filter(({ isClosed, isManagement }) => !isClosed && !isManagement);
  const chosen = [...choices].map(([role, typed]): RoleHolder => {
    return { role: roleOf(role), how: "chosen", account: accountOf(candidates, role, typed) };
  });
  const open = requiredRoles.filter((role) => !chosen.some((holder) => holder.role === role));
  return [...chosen, ...open.map((role) => guess(role, candidates, delegations))];
}

function roleOf(typed: string): FoundationRole {
  const known = foundationRoles.filter((role) => role !== "management");
  const role = known.find((each) => each === typed);
  if (role !== undefined) return role;
  const remedy = `The roles are ${listed(known)}.`;
  throw new UserError(`there is no role ${typed}${didYouMean(typed, known)}`, remedy);
}

function accountOf(candidates: readonly AdoptedAccount[], role: string, typed: string): AdoptedAccount {
  const found = candidates.filter(({ name, live }) => [name, live.name, live.email, live.id].includes(typed));
  const [account, twin] = found;
  if (account !== undefined && twin === undefined) return account;
  const names = candidates.map(({ live }) => live.name);
  if (twin !== undefined)
    throw new UserError(`${found.length} accounts are called ${typed}`, `Say --role ${role}=ID with the account's id.`);
  const message = `no account that can be adopted is called ${typed}${didYouMean(typed, names)}`;
  throw new UserError(message, `Those that can: ${listed(names)}. Accounts of Control Tower and closed ones cannot.`);
}

function guess(
  role: RequiredRole,
  candidates: readonly AdoptedAccount[],
  delegations: readonly LiveDelegation[],
): RoleHolder {
  const administers = ({ live }: AdoptedAccount): number => detectionServicesOf(live.id, delegations);
  const [delegate] =
    role === "security-tooling"
      ? candidates.filter((each) => administers(each) > 0).sort((a, b) => administers(b) - administers(a))
      : [];
  if (delegate !== undefined) return { role, how: "by delegation", account: delegate };
  for (const pattern of usualNames[role]) {
    const account = candidates.find(({ name }) => pattern.test(name));
    if (account !== undefined) return { role, how: "by its name", account };
  }
  return { role, how: "new" };
}
