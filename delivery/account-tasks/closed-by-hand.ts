import type { LandingZone } from "../../declaration/model";
import { UserError } from "../../declaration/user-error";
import { isClosedState, isRestrictedState } from "../../live/account-state";
import type { ListedAccount } from "../../live/list-accounts";

/**
 * Refuses to deploy `org` while an account that the zone declares is closed in AWS, or AWS restricted access to it: the provider takes both
 * for gone, and would ask AWS for a new account of the same email (hashicorp/terraform-provider-aws, issue 24949).
 * @throws UserError naming every such account
 */
export function refuseClosedByHand(zone: LandingZone, live: readonly ListedAccount[]): void {
  const closed = namesIn(zone, live, isClosedState);
  const restricted = namesIn(zone, live, isRestrictedState);
  const found = [
    { names: closed, what: "are closed in AWS", remedy: closedRemedy },
    { names: restricted, what: "were suspended by AWS itself", remedy: restrictedRemedy },
  ].filter(({ names }) => names.length > 0);
  if (found.length === 0) return;
  throw new UserError(
    found.map(({ names, what }) => `accounts of the zone ${what}: ${names.join("; ")}`).join("\n"),
    found.map(({ remedy }) => remedy).join("\n"),
  );
}

const closedRemedy =
  "`landfall offboard NAME --close` puts the zone right; AWS Support can reopen an account within 90 days.";
const restrictedRemedy = "AWS Support says why it suspended an account, and lifts it.";

function namesIn(
  zone: LandingZone,
  live: readonly ListedAccount[],
  isFound: (state: string) => boolean,
): readonly string[] {
  const found = live.filter(({ status }) => isFound(status));
  return zone.accounts.flatMap(({ name, status }) => {
    const key = `account/${name}` as const;
    const account = zone.ids.has(key) ? found.find(({ id }) => id === zone.ids.get(key)) : undefined;
    return account ? [`${name} (${account.id}) is declared ${status}, and AWS says ${account.status}`] : [];
  });
}
