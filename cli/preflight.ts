import { loadZone } from "../declaration/load";
import { ambientCredentials } from "../delivery/credentials";
import { preflight as lookAhead } from "../delivery/preflight/preflight";
import { exitCodes, registration } from "./command";
import { preflightLines } from "./preflight-lines";
import { checkTools } from "./prerequisites";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly json?: boolean;
}

export const preflight = registration<Options>({
  name: "preflight",
  usage: "",
  summary: "look at everything a deployment to AWS needs, and list what is missing, all at once",
  examples: ["AWS_PROFILE=management-admin landfall preflight", "landfall preflight --json"],
  tools: [],
  configure: (command) => void command.addOption(zoneOption()).option("--json", "print every result as JSON"),
  run: async (_positionals, { zone, json }) => {
    const { env: environment } = process;
    const results = await lookAhead({
      zone: loadZone(zone),
      environment,
      credentialsFor: ambientCredentials(environment),
      checkTools: () => checkTools(["terraform"]),
    });
    if (json) console.log(JSON.stringify({ results }, undefined, 2));
    else for (const line of preflightLines(results)) console.log(line);
    return results.some(({ status }) => status === "finding") ? exitCodes.failed : exitCodes.success;
  },
});
