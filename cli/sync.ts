import { ambientCredentials } from "../delivery/credentials";
import { hasChanges } from "../delivery/merge-ids";
import { sync as syncIds } from "../delivery/sync";
import { exitCodes, registration } from "./command";
import { zoneOption, type ZoneOptions } from "./zone-option";

export const sync = registration<ZoneOptions>({
  name: "sync",
  usage: "",
  summary: "read the ids AWS chose from the applied stacks' states into ids.lock.json",
  examples: ["landfall sync", "AWS_PROFILE=management landfall sync --zone zones/europe"],
  tools: [],
  configure: (command) => void command.addOption(zoneOption()),
  run: async (_positionals, { zone }) => {
    const stacks = await syncIds({
      zoneDirectory: zone,
      credentialsFor: ambientCredentials(process.env),
      environment: {},
    });
    for (const { stack, applied, changes, missing } of stacks) {
      if (!applied) console.log(`${stack}: not deployed yet`);
      for (const key of changes.added) console.log(`${stack}: + ${key}`);
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
