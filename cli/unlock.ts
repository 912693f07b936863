import type { Command } from "commander";
import { UserError } from "../declaration/user-error";
import { ambientCredentials } from "../delivery/credentials";
import { because } from "../delivery/locks/held-lock";
import { type LockedStack, locksOf } from "../delivery/locks/locks-of";
import { lockText } from "../delivery/locks/state-lock";
import { ask, somebodyIsThere } from "./ask";
import { exitCodes, registration } from "./command";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly yes?: boolean;
  readonly json?: boolean;
}

export const unlock = registration<Options>({
  name: "unlock",
  usage: "<stacks...>",
  summary: "show who holds the lock of a stack's state and since when, and remove it when told to",
  examples: [
    "landfall unlock network            # asks before it removes the lock",
    "landfall unlock network --yes      # in a pipeline",
    "landfall deploy --recover network  # afterwards: imports what the killed run created",
  ],
  tools: [],
  configure: (command: Command) =>
    void command
      .addOption(zoneOption())
      .option("--yes", "remove the locks without asking")
      .option("--json", "print the locks as JSON, and whether they were removed"),
  run: async (stacks, { zone, yes, json }) => {
    const locked = await locksOf(zone, stacks, ambientCredentials(process.env));
    for (const { stack, lock, owner } of locked) {
      console.error(`${stack}: locked by ${lockText(lock)}${because(owner) || "; its owner is gone"}`);
    }
    if (locked.length === 0) console.error(`Not locked: ${stacks.join(", ")}.`);
    else if (!yes) await approve();
    for (const { remove } of locked) await remove();
    if (locked.length > 0) {
      console.error(`Unlocked. Next: landfall deploy --recover ${locked.map(({ stack }) => stack).join(" ")}`);
    }
    if (json) console.log(JSON.stringify(locked.map(asJson), undefined, 2));
    return exitCodes.success;
  },
});

function asJson({ stack, lock, owner }: LockedStack): object {
  const { who, created, operation } = lock;
  return { stack, who, created: created.toISOString(), operation, owner: owner.is, removed: true };
}

/** @throws UserError unless somebody at a terminal answers yes */
async function approve(): Promise<void> {
  if (!somebodyIsThere()) {
    throw new UserError("nobody is there to say that these locks may go", "Run it on a terminal, or pass --yes.");
  }
  const fault = (): undefined => undefined;
  const answer = await ask({ asks: "Remove these locks? Only yes does", fault }, undefined);
  if (answer !== "yes") throw new UserError("nothing was removed", "Answer yes to remove the locks.");
}
