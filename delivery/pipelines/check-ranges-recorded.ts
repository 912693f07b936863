import type { LandingZone } from "../../declaration/model";
import { stacksOf } from "../../declaration/stacks";
import { UserError } from "../../declaration/user-error";

/**
 * A pipeline's jobs work on copies that are thrown away: a range that one of them allocated would be forgotten, and given away again.
 * @throws UserError naming the accounts whose range is not recorded
 */
export function checkRangesRecorded(zone: LandingZone): void {
  const unrecorded = stacksOf(zone).filter(({ lacksRange }) => lacksRange);
  if (unrecorded.length === 0) return;
  throw new UserError(
    `address ranges are not recorded: those of ${unrecorded.map(({ account }) => account.name).join(", ")}`,
    "Run `landfall sync --ranges` and commit addresses.lock.json: a range that no commit holds could be given away.",
  );
}
