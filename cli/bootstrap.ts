import { loadZone } from "../declaration/load";
import { bootstrap as bootstrapZone } from "../delivery/bootstrap";
import { lockIds } from "../delivery/lock-ids";
import { exitCodes, registration } from "./command";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly json?: boolean;
}

export const bootstrap = registration<Options>({
  name: "bootstrap",
  usage: "",
  summary: "make the state bucket and the deploy roles in the management account, once",
  examples: ["AWS_PROFILE=management-admin landfall bootstrap", "landfall bootstrap --json"],
  tools: [],
  configure: (command) =>
    void command.addOption(zoneOption()).option("--json", "print the account, the bucket and what was created as JSON"),
  run: async (_positionals, { zone, json }) => {
    const loaded = loadZone(zone);
    const { account, bucket, created } = await bootstrapZone(loaded, process.env);
    lockIds(zone, { [`account/${loaded.foundation.management.name}`]: account });
    if (json) {
      console.log(JSON.stringify({ account, bucket, created }, undefined, 2));
      return exitCodes.success;
    }
    for (const what of created) console.log(`created ${what} in account ${account}`);
    if (created.length === 0) console.log(`account ${account} has the bucket ${bucket} and the deploy roles already.`);
    return exitCodes.success;
  },
});
