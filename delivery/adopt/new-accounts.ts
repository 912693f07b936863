import { rootPath } from "../../declaration/organizational-units";
import type { FoundationRole } from "../../declaration/model";
import { derivedEmail } from "../../declaration/resolve";
import type { LiveUnit } from "../../live/live-tree";
import type { RoleHolder } from "./assign-roles";
import { uniqueSlug } from "./unique-slug";
import { usualUnits } from "./usual-names";

/** An account of the landing zone's own that the organisation lacks: the first deployment creates it. */
export interface NewAccount {
  readonly name: string;
  readonly role: FoundationRole;
  readonly organizationalUnit: string;
  /** Given where the address the zone would derive is taken. */
  readonly email: string | undefined;
}

const newUnit = "landfall";

/**
 * Accounts for the roles that nobody holds: beside an account that has a role, else in a unit with a usual name, else in a new one.
 * @param taken names and emails of accounts there are
 */
export function newAccounts(
  holders: readonly RoleHolder[],
  units: readonly LiveUnit[],
  emailPattern: string,
  taken: { readonly names: ReadonlySet<string>; readonly emails: ReadonlySet<string> },
): readonly NewAccount[] {
  const beside = holders.flatMap((holder) => (holder.how === "new" ? [] : [holder.account.live.unitPath]));
  const organizationalUnit =
    beside.find((path) => path !== rootPath) ?? units.find(({ name }) => usualUnits.test(name))?.path ?? newUnit;
  return holders.flatMap((holder): NewAccount[] => {
    if (holder.how !== "new") return [];
    const isTaken = (slug: string): boolean => taken.names.has(slug);
    const name = uniqueSlug(holder.role, "account", isTaken);
    const free = uniqueSlug(holder.role, "account", (slug) => taken.emails.has(derivedEmail(emailPattern, slug)));
    const email = free === name ? undefined : derivedEmail(emailPattern, free);
    return [{ name, role: holder.role, organizationalUnit, email }];
  });
}
