import { loadZone } from "../declaration/load";
import { bootstrap as bootstrapZone } from "../delivery/bootstrap";
import { exitCodes, registration } from "./command";
import { zoneOption, type ZoneOptions } from "./zone-option";

export const bootstrap = registration<ZoneOptions>({
  name: "bootstrap",
  usage: "",
  summary: "make the state bucket and the deploy roles in the management account, once",
  examples: ["AWS_PROFILE=management-admin landfall bootstrap"],
  tools: [],
  configure: (command) => void command.addOption(zoneOption()),
  run: async (_positionals, { zone }) => {
    const { account, bucket, created } = await bootstrapZone(loadZone(zone), process.env);
    for (const what of created) console.log(`created ${what} in account ${account}`);
    if (created.length === 0) console.log(`account ${account} has the bucket ${bucket} and the deploy roles already.`);
    return exitCodes.success;
  },
});
