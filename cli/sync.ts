import { recordAddresses } from "../declaration/record-addresses";
import { hasChanges } from "../delivery/merge-ids";
import { sync as syncIds } from "../delivery/sync";
import { exitCodes, registration } from "./command";
import { credentialsOf, readOnlyOption, type ReadOnlyOptions } from "./read-only-option";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions, ReadOnlyOptions {
  readonly for?: readonly string[];
  readonly ranges?: boolean;
  readonly json?: boolean;
}

export const sync = registration<Options>({
  name: "sync",
  usage: "",
  summary: "read the ids AWS chose from the applied stacks' states into ids.lock.json",
  examples: [
    "landfall sync",
    "AWS_PROFILE=management landfall sync --zone zones/europe",
    "landfall sync --json",
    "landfall sync --for orders-dev    # only what this stack needs",
    "landfall sync --ranges            # records address ranges, without AWS",
  ],
  tools: [],
  configure: (command) =>
    void command
      .addOption(zoneOption())
      .option("--for <stacks...>", "read only the states that make the ids these stacks need")
      .option("--ranges", "record the address ranges of accounts that have none, and stop")
      .addOption(readOnlyOption())
      .option("--json", "print what was read from each stack as JSON"),
  run: async (_positionals, options) => {
    const { zone, json } = options;
    if (options.ranges) {
      const accounts = recordAddresses(zone);
      if (json) console.log(JSON.stringify({ ranges: accounts }, undefined, 2));
      else console.log(accounts.length === 0 ? "Every range is recorded." : `recorded: ${accounts.join(", ")}`);
      return exitCodes.success;
    }
    const stacks = await syncIds({
      zoneDirectory: zone,
      credentialsFor: credentialsOf(options),
      neededBy: options.for,
      environment: {},
    });
    if (json) {
      console.log(JSON.stringify({ stacks }, undefined, 2));
      return exitCodes.success;
    }
    for (const { stack, applied, changes, missing } of stacks) {
      if (!applied) console.log(`${stack}: not deployed yet`);
      for (const key of changes.added) console.log(`${stack}: + ${key}`);
      for (const key of changes.removed ?? []) console.log(`${stack}: - ${key}`);
      for (const { key, from, to } of changes.changed) console.log(`${stack}: ~ ${key}  ${from} -> ${to}`);
      for (const key of missing) {
        console.error(
          `${stack}: ${key} is locked, but the stack makes it no longer; remove it by hand when nothing needs it`,
        );
      }
    }
    if (!stacks.some(({ changes }) => hasChanges(changes))) console.log("ids.lock.json is up to date.");
    return exitCodes.success;
  },
});
