import { InvalidArgumentError, Option } from "commander";
import { loadZone } from "../declaration/load";
import { reachability } from "../network/reachability/reachability";
import type { Protocol } from "../network/reachability/packet";
import { exitCodes, registration } from "./command";
import { reachLines } from "./reach-lines";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly port: number;
  readonly protocol: Protocol;
  readonly json?: boolean;
}

export const reach = registration<Options>({
  name: "reach",
  usage: "<from> <to>",
  summary: "whether one network can open a connection to another: every route and rule, there and back",
  examples: [
    "landfall reach orders-dev shared-services           # accounts with a spoke, or in a shared VPC",
    "landfall reach orders-dev internet --port 443",
    "landfall reach orders-dev endpoint:ssm              # a central endpoint; endpoint:s3 is the spoke's own",
    "landfall reach office orders-dev --port 22          # from a VPN or Direct Connect, by its name",
    "landfall reach office resolver --port 53 --protocol udp",
    "echo $?                                             # 0 reachable, 1 not",
  ],
  tools: [],
  configure: (command) =>
    void command
      .addOption(zoneOption())
      .option("--port <number>", "port that is connected to, 1 to 65535", portNumber, 443)
      .addOption(new Option("--protocol <protocol>", "what is spoken").choices(["tcp", "udp"]).default("tcp"))
      .option("--json", "print the answer as JSON; schemas/reach.json describes it"),
  run: ([from = "", to = ""], { zone, port, protocol, json }) => {
    const answer = reachability(loadZone(zone), { from, to, port, protocol });
    if (json) console.log(JSON.stringify(answer, undefined, 2));
    else for (const line of reachLines(answer)) console.log(line);
    return Promise.resolve(answer.reachable ? exitCodes.success : exitCodes.failed);
  },
});

/** @throws InvalidArgumentError, which commander shows with the option's name */
function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new InvalidArgumentError("It is no port.");
  return port;
}
