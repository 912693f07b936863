import type { Account, LandingZone } from "../../declaration/model";
import { stacksOf, type StackSpec } from "../../declaration/stacks";
import { listStates } from "../state/list-states";
import { liveAccountOf } from "../status/match";
import type { LiveOrganization } from "../../live/live-organization";
import type { Caller } from "../../live/sts";

/** An account that AWS has and whose own stack was never applied: what is in it already, nobody here made. */
export interface UndeployedAccount {
  readonly account: Account;
  /** 12 digits. */
  readonly id: string;
  readonly stack: StackSpec;
}

export async function undeployedAccounts({
  zone,
  caller,
  live,
}: {
  readonly zone: LandingZone;
  readonly caller: Caller;
  readonly live: () => Promise<LiveOrganization | undefined>;
}): Promise<readonly UndeployedAccount[]> {
  const organization = await live();
  const applied = (await listStates(zone.stateBucket, caller)) ?? [];
  return stacksOf(zone)
    .filter(({ kind, state }) => kind === "account" && !applied.includes(state.key))
    .flatMap((stack) => {
      const found = liveAccountOf({ zone, live: organization }, stack.account);
      return found?.status === "ACTIVE" ? [{ account: stack.account, id: found.id, stack }] : [];
    });
}
