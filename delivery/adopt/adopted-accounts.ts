import { hubVpcs } from "../../declaration/names";
import { accountStackId, platformStacks } from "../../declaration/stacks";
import { isClosedState } from "../../live/account-state";
import type { LiveAccount } from "../../live/live-tree";
import type { LiveEstate } from "./live-estate";
import { uniqueSlug } from "./unique-slug";

/** An account that becomes a file of the zone. */
export interface AdoptedAccount {
  readonly live: LiveAccount;
  /** Its identity in the zone. */
  readonly name: string;
  readonly isManagement: boolean;
  /** AWS keeps a closed account for 90 days; it takes no policy and no move. */
  readonly isClosed: boolean;
}

/**
 * The accounts to declare, each with a name of its own: made from its name in AWS, and such that no two stacks are called the same.
 * @param isForeign accounts that are left to others
 */
export function adoptedAccounts(
  { organization }: LiveEstate,
  isForeign: (account: LiveAccount) => boolean,
): readonly AdoptedAccount[] {
  const names = new Set<string>(Object.keys(hubVpcs));
  const stacks = new Set(platformStacks);
  const byAge = [...organization.accounts].sort((a, b) => (a.id < b.id ? -1 : 1));
  return byAge
    .filter((live) => !isForeign(live))
    .map((live) => {
      const name = uniqueSlug(live.name, "account", (slug) => names.has(slug) || stacks.has(accountStackId(slug)));
      names.add(name);
      stacks.add(accountStackId(name));
      return {
        live,
        name,
        isManagement: live.id === organization.managementAccountId,
        isClosed: isClosedState(live.status),
      };
    });
}
