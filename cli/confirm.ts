import { UserError } from "../declaration/user-error";
import { ask, somebodyIsThere } from "./ask";

/**
 * Asks for a yes on the terminal.
 * @param asks the question, without its question mark
 * @throws UserError unless somebody answers yes
 */
export async function confirm(asks: string): Promise<void> {
  if (!somebodyIsThere()) {
    throw new UserError("nobody is there to say yes; nothing was changed", "Run it on a terminal, or pass --yes.");
  }
  const answer = await ask({ asks: `${asks}? Only yes does`, fault: () => undefined }, undefined);
  if (answer !== "yes") throw new UserError("not confirmed; nothing was changed", "Answer yes to go on.");
}
