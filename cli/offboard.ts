import { resolve } from "node:path";
import { UserError } from "../declaration/user-error";
import { ambientCredentials, checkSignedIn } from "../delivery/credentials";
import { closingNotes } from "../delivery/offboard/close-account";
import { type Offboarding, prepareOffboarding } from "../delivery/offboard/offboard";
import { type LookedAt, lookAt } from "../delivery/steps/look-at";
import { runSteps } from "../delivery/steps/run-steps";
import { ask } from "./ask";
import { exitCodes, registration } from "./command";
import { deployProgress } from "./deploy-progress";
import { interruptible } from "./interrupt";
import { outputOption } from "./output-option";
import { checkOutputDirectory } from "./output-paths";
import { stepLine, stepsLines } from "./steps-lines";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly close?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly output: string;
  readonly unlock?: boolean;
}

export const offboard = registration<Options>({
  name: "offboard",
  usage: "<account>",
  summary: "retire an account: drain it, detach it, suspend it and, when told to, close it for good",
  examples: [
    "landfall offboard orders-dev --dry-run    # the steps, and which of them are done",
    "landfall offboard orders-dev              # ends in the organizational unit suspended, where nothing is allowed",
    "landfall offboard orders-dev --close      # then closes the AWS account and gives its address range back",
  ],
  tools: ["terraform"],
  configure: (command) =>
    void command
      .addOption(zoneOption())
      .option("--close", "also close the AWS account: nobody can undo it after 90 days")
      .option("--yes", "do not ask before the first step")
      .option("--dry-run", "print the steps and do nothing")
      .option("--unlock", "remove locks of states whoever holds them; see `landfall unlock`")
      .option("--json", "print the steps and what became of them as JSON")
      .addOption(outputOption()),
  run: async ([name = ""], options) => {
    checkOutputDirectory(options.output);
    const progress = deployProgress();
    const interruption = interruptible(progress.say, true);
    const offboarding = prepareOffboarding({
      name,
      close: options.close ?? false,
      zoneDirectory: options.zone,
      outDirectory: resolve(options.output),
      credentialsFor: ambientCredentials(process.env),
      terraformEnv: {},
      unlock: options.unlock ? "anybody" : "gone",
      stop: interruption.stop,
      interrupt: interruption.interrupt,
      forceStop: interruption.force,
      onDeploy: progress.onEvent,
      onRecovery: (event) => progress.onEvent({ type: "recovery", event }),
    });
    try {
      await checkSignedIn(offboarding.region, process.env);
      const looked = await lookAt(offboarding.steps);
      planLines(offboarding, looked).forEach(progress.say);
      const isOver = looked.every(({ isDone }) => isDone);
      if (options.dryRun || isOver) {
        if (options.json) printJson(offboarding, { performed: [] }, looked);
        return exitCodes.success;
      }
      if (!options.yes) await approve(offboarding);
      const run = await runSteps(offboarding.steps, (event) => stepLine(event, progress.say), interruption.stop);
      if (options.json) printJson(offboarding, run, await lookAt(offboarding.steps));
      if (run.remaining.length === 0) return exitCodes.success;
      progress.say(`Stopped with ${run.remaining.length} steps to go; the same command goes on from here.`);
      return exitCodes.interrupted;
    } finally {
      progress.close();
      interruption.dispose();
      offboarding.dispose();
    }
  },
});

function planLines({ plan }: Offboarding, looked: readonly LookedAt[]): readonly string[] {
  const { account, accountId, close } = plan;
  const what = `${account.name}${accountId === undefined ? "" : ` (${accountId})`}`;
  const isOver = looked.every(({ isDone }) => isDone);
  if (isOver) return [`${what} has left: every step is done.`];
  return [
    `${what} leaves the landing zone${close ? " and is closed" : ""}:`,
    ...stepsLines(looked),
    ...(close ? closingNotes : ["It stays in AWS, suspended; --close closes it."]),
  ];
}

function printJson(
  { plan }: Offboarding,
  { performed }: { readonly performed: readonly string[] },
  looked: readonly LookedAt[],
): void {
  const steps = looked.map(({ step: { id, title }, isDone }) => ({ id, title, isDone }));
  const { account, accountId, close } = plan;
  console.log(JSON.stringify({ account: account.name, accountId, close, performed, steps }, undefined, 2));
}

/** @throws UserError unless somebody at a terminal types the account's name */
async function approve({ plan }: Offboarding): Promise<void> {
  const { name } = plan.account;
  if (!process.stdin.isTTY) {
    throw new UserError(`nobody is there to approve that ${name} leaves`, "Run it on a terminal, or pass --yes.");
  }
  const answer = await ask({ asks: `Type ${name} to go on`, fault: () => undefined }, "");
  if (answer !== name) throw new UserError("not approved; nothing was changed", `Type ${name} to go on.`);
}
