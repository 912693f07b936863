import { type Command, InvalidArgumentError, Option } from "commander";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { UserError } from "../declaration/user-error";
import { commentLimit, planMarkdown } from "../delivery/plan/plan-markdown";
import { planZone } from "../delivery/plan/plan-zone";
import { readPlans } from "../delivery/plan/read-plans";
import { hasFailed, hasPlannedChanges, type ZonePlan } from "../delivery/plan/zone-plan";
import { exitCodes, registration } from "./command";
import { interruptible } from "./interrupt";
import { outputOption } from "./output-option";
import { checkOutputDirectory, checkReportFile } from "./output-paths";
import { parallelismOption } from "./parallelism-option";
import { planLines, planSummary } from "./plan-output";
import { credentialsOf, readOnlyOption, type ReadOnlyOptions } from "./read-only-option";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions, ReadOnlyOptions {
  readonly save?: string;
  readonly from?: string;
  readonly json?: boolean;
  readonly markdown?: string;
  readonly limit: number;
  readonly detailedExitcode?: boolean;
  readonly parallelism?: number;
  readonly output: string;
}

export const plan = registration<Options>({
  name: "plan",
  usage: "[stacks...]",
  summary: "show what deploying would change, stack by stack; changes nothing",
  examples: [
    "landfall plan",
    "landfall plan network routing --save plans    # then: landfall apply plans",
    "landfall plan --detailed-exitcode             # drift: exit code 1 when anything would change",
    "landfall plan orders-dev --json > plans/orders-dev.json",
    "landfall plan --from plans --markdown comment.md",
  ],
  tools: ["terraform"],
  configure: (command: Command) =>
    void command
      .addOption(zoneOption())
      .option("--save <directory>", "keep each plan there, to be applied as it is; it may hold secrets")
      .option("--from <directory>", "plan nothing; gather what --json printed into files of this directory")
      .option("--json", "print the plans as JSON")
      .option("--markdown <file>", "write the plans as a comment for a pull request")
      .addOption(limitOption())
      .addOption(readOnlyOption())
      .option("--detailed-exitcode", "exit code 1 also when something would change")
      .addOption(parallelismOption())
      .addOption(outputOption()),
  run: async (stacks, options) => {
    checkReportFile(options.markdown);
    checkOutputDirectory(options.output);
    if (options.from !== undefined && (stacks.length > 0 || options.save !== undefined)) {
      throw new UserError("--from plans nothing", "Leave out the stacks and --save.");
    }
    if (options.readOnly && options.save !== undefined) {
      throw new UserError("a plan made with --read-only cannot be applied", "Leave out --read-only or --save.");
    }
    const say = options.json ? () => undefined : (line: string) => console.log(line);
    const zonePlan = options.from === undefined ? await planNow(stacks, options, say) : readPlans(options.from);
    if (zonePlan === undefined) return exitCodes.interrupted;
    if (options.from !== undefined) zonePlan.stacks.flatMap((each) => planLines(each)).forEach(say);
    say(planSummary(zonePlan));
    if (options.json) console.log(JSON.stringify(zonePlan, undefined, 2));
    if (options.markdown) writeFileSync(options.markdown, planMarkdown(zonePlan, options.limit));
    const isUnsaved = options.save !== undefined && zonePlan.stacks.some(({ status }) => status === "validated");
    if (hasFailed(zonePlan) || isUnsaved) return exitCodes.failed;
    return options.detailedExitcode && hasPlannedChanges(zonePlan) ? exitCodes.failed : exitCodes.success;
  },
});

/** Characters of the comment: GitHub's limit unless something else is to be added to it. */
function limitOption(): Option {
  return new Option("--limit <characters>", "how long the comment may be").default(commentLimit).argParser((text) => {
    const characters = Number(text);
    if (!Number.isInteger(characters) || characters < 1000) throw new InvalidArgumentError("At least 1000.");
    return characters;
  });
}

/** `undefined` when it was interrupted. */
async function planNow(
  stacks: readonly string[],
  options: Options,
  say: (line: string) => void,
): Promise<ZonePlan | undefined> {
  const interruption = interruptible();
  try {
    const zonePlan = await planZone({
      zoneDirectory: options.zone,
      // Apart, so that no deployment finds the override that has a provider read only.
      outDirectory: options.readOnly ? join(resolve(options.output), "read-only") : resolve(options.output),
      credentialsFor: credentialsOf(options),
      readOnly: options.readOnly,
      terraformEnv: {},
      only: stacks,
      save: options.save && resolve(options.save),
      parallelism: options.parallelism,
      stop: interruption.stop,
      onPlanned: (each) => planLines(each).forEach(say),
    });
    return interruption.stop.aborted ? undefined : zonePlan;
  } finally {
    interruption.dispose();
  }
}
