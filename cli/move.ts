import { join } from "node:path";
import { writeText } from "../declaration/source/write-text";
import { type AccountChange, planChange } from "../delivery/account-change/plan-change";
import { exitCodes, registration } from "./command";
import { confirm } from "./confirm";
import { moveLines, movedGuardrails } from "./move-lines";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly ou: string;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export const move = registration<Options>({
  name: "move",
  usage: "<account>",
  summary: "move an account to another organizational unit: shows the guardrails it gains and loses first",
  examples: [
    "landfall move refunds-dev --ou workloads/prod",
    "landfall move refunds-dev --ou workloads/prod --dry-run",
    "landfall move refunds-dev --ou workloads/prod --yes --json    # in a pipeline",
  ],
  tools: [],
  configure: (command) =>
    void command
      .addOption(zoneOption())
      .requiredOption("--ou <path>", "organizational unit to move to, such as workloads/prod")
      .option("--yes", "do not ask before the file is changed")
      .option("--dry-run", "print what would change and write nothing")
      .option("--json", "print what changes as JSON"),
  run: async ([name = ""], { zone, ou, yes, dryRun, json }) => {
    const change = planChange(zone, name, "organizationalUnit", ou);
    for (const line of moveLines(change)) (json ? console.error : console.log)(line);
    const isToWrite = change.isChange && !dryRun;
    if (isToWrite && !yes) await confirm(`Move ${name} to ${ou}`);
    if (isToWrite) writeText(join(zone, change.file), change.text);
    if (json) console.log(JSON.stringify(asJson(zone, change, isToWrite), undefined, 2));
    else if (change.isChange && !isToWrite) console.log("Nothing was written.");
    else if (isToWrite) {
      console.log(
        `Written: ${join(zone, change.file)}\nNext: commit it, and landfall deploy ${change.stacks.join(" ")}`,
      );
    }
    return exitCodes.success;
  },
});

function asJson(zone: string, change: AccountChange, isWritten: boolean): object {
  const { account, file, stacks } = change;
  const of = ({ accounts }: AccountChange["before"]): string | undefined =>
    accounts.find(({ name }) => name === account)?.organizationalUnit;
  const [from, to] = [of(change.before), of(change.after)];
  return { account, from, to, ...movedGuardrails(change), stacks, file: join(zone, file), isWritten };
}
