import { ambientCredentials } from "../delivery/credentials";
import { decideStatus } from "../delivery/status/decide";
import { observe } from "../delivery/status/observe";
import { exitCodes, registration } from "./command";
import { statusLines } from "./status-lines";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly json?: boolean;
}

export const status = registration<Options>({
  name: "status",
  usage: "[account]",
  summary: "show how far each account is, and everything that does not agree with AWS",
  examples: ["landfall status", "landfall status orders-dev", "landfall status --json | jq .findings"],
  tools: [],
  configure: (command) => void command.addOption(zoneOption()).option("--json", "print rows and findings as JSON"),
  run: async ([account], { zone, json }) => {
    const { env: environment } = process;
    const credentialsFor = ambientCredentials(environment);
    const observation = await observe({ zoneDirectory: zone, credentialsFor, environment, only: account });
    const report = decideStatus(observation, account);
    if (json) console.log(JSON.stringify(report, undefined, 2));
    else for (const line of statusLines(report)) console.log(line);
    return report.findings.some(({ severity }) => severity === "finding") ? exitCodes.failed : exitCodes.success;
  },
});
