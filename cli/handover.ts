import { loadZone } from "../declaration/load";
import { handoverOf } from "../declaration/slice/handover";
import { writeText } from "../declaration/source/write-text";
import { exitCodes, registration } from "./command";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly output?: string;
  readonly json?: boolean;
}

export const handover = registration<Options>({
  name: "handover",
  usage: "<account>",
  summary: "write what a service in a repository of its own has to know of its account",
  examples: [
    "landfall handover orders-dev --output ../orders/landfall.account.json",
    "landfall handover orders-dev | jq .ids",
  ],
  tools: [],
  configure: (command) =>
    void command
      .addOption(zoneOption())
      .option("--output <file>", "write it there in place of printing it")
      .option("--json", "print which file was written as JSON; what is printed without one is JSON"),
  run: ([account = ""], { zone, output, json }) => {
    const text = handoverOf(loadZone(zone), account);
    if (output === undefined) process.stdout.write(text);
    else {
      writeText(output, text);
      console.log(json ? JSON.stringify({ account, output }, undefined, 2) : `wrote ${output}`);
    }
    return Promise.resolve(exitCodes.success);
  },
});
