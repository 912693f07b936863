import { ambientCredentials } from "../delivery/credentials";
import { redriveAccount, type Redriven } from "../delivery/redrive/redrive-account";
import { exitCodes, registration } from "./command";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly move?: boolean;
  readonly json?: boolean;
}

export const redrive = registration<Options>({
  name: "redrive",
  usage: "<account> [queues...]",
  summary: "show an account's dead-letter queues, and move what is in them back to where it came from when told to",
  examples: [
    "landfall redrive orders-dev                                          # what is in which",
    "landfall redrive orders-dev --move                                   # all of it back",
    "landfall redrive orders-dev orders-confirmations_dead-letters --move   # of one queue",
  ],
  tools: [],
  configure: (command) =>
    void command
      .addOption(zoneOption())
      .option("--move", "move messages back to the queues they came from")
      .option("--json", "print the queues as JSON"),
  run: async ([account = "", ...only], { zone, move = false, json }) => {
    const credentialsFor = ambientCredentials(process.env);
    const environment = process.env;
    const queues = await redriveAccount({ zoneDirectory: zone, account, only, move, credentialsFor, environment });
    if (json) console.log(JSON.stringify(queues, undefined, 2));
    else for (const line of redriveLines(account, queues, move)) console.log(line);
    return exitCodes.success;
  },
});

/** What is told of each queue. */
export function redriveLines(account: string, queues: readonly Redriven[], move: boolean): readonly string[] {
  if (queues.length === 0) return [`${account} has no dead-letter queue.`];
  const lines = queues.map(({ name, messages, sources, moves }) => {
    const origin = sources.length === 0 ? "events that were not delivered" : `from ${sources.map(nameOf).join(", ")}`;
    const stays = move && messages > 0 && !moves ? ": replay them from the archive of the bus (docs/events.md)" : "";
    return `${name}: ${messages} ${messages === 1 ? "message" : "messages"}, ${origin}${moves ? ": moving back" : stays}`;
  });
  const waits = !move && queues.some(({ messages, sources }) => messages > 0 && sources.length > 0);
  return [...lines, ...(waits ? ["Nothing was moved; --move does."] : [])];
}

const nameOf = (arn: string): string => arn.split(":").at(-1) ?? arn;
