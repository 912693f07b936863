import type { Command } from "commander";
import { writeJson } from "../declaration/source/write-json";
import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { loadZone } from "../declaration/load";
import { UserError } from "../declaration/user-error";
import { ambientCredentials } from "../delivery/credentials";
import { deploy as deployZone } from "../delivery/deploy";
import { succeeded } from "../delivery/deployment";
import { initialState } from "../delivery/schedule";
import { exitCodes, registration } from "./command";
import { deployProgress } from "./deploy-progress";
import { deploySummary } from "./deploy-summary";
import { interruptible } from "./interrupt";
import { checkOutputDirectory, checkReportFile } from "./output-paths";
import { parallelismOption } from "./parallelism-option";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly autoApprove?: boolean;
  readonly parallelism?: number;
  readonly json?: string;
  readonly output: string;
}

export const deploy = registration<Options>({
  name: "deploy",
  usage: "[stacks...]",
  summary: "deploy the zone, or some of its stacks, each as soon as what it needs is there",
  examples: [
    "landfall deploy",
    "landfall deploy network routing",
    "landfall deploy --auto-approve --json deployment.json    # in a pipeline",
    "npx cdktf diff network                                   # what one stack would change",
  ],
  tools: ["terraform"],
  configure: (command: Command) =>
    void command
      .addOption(zoneOption())
      .option("--auto-approve", "do not ask before deploying")
      .addOption(parallelismOption())
      .option("--output <directory>", "where the synthesised stacks and their logs go", "cdktf.out")
      .option("--json <file>", "write what happened to each stack as JSON"),
  run: async (stacks, options) => {
    checkReportFile(options.json);
    checkOutputDirectory(options.output);
    const zone = loadZone(options.zone);
    const selected = [...initialState(zone, stacks).keys()];
    if (!options.autoApprove) await approve(selected, zone.organization.name);
    const progress = deployProgress();
    const interruption = interruptible(progress.say, true);
    try {
      const deployment = await deployZone({
        zoneDirectory: options.zone,
        outDirectory: resolve(options.output),
        credentialsFor: ambientCredentials(process.env),
        terraformEnv: {},
        parallelism: options.parallelism,
        only: stacks,
        stop: interruption.stop,
        interrupt: interruption.interrupt,
        forceStop: interruption.force,
        onEvent: progress.onEvent,
      });
      progress.close();
      for (const line of deploySummary(deployment)) console.error(line);
      if (options.json) writeJson(options.json, deployment);
      if (deployment.interrupted) return exitCodes.interrupted;
      return succeeded(deployment) ? exitCodes.success : exitCodes.failed;
    } finally {
      progress.close();
      interruption.dispose();
    }
  },
});

/** @throws UserError unless somebody at a terminal answers yes */
async function approve(stacks: readonly string[], organization: string): Promise<void> {
  if (!process.stdin.isTTY) {
    throw new UserError("nobody is there to approve the deployment", "Run it on a terminal, or pass --auto-approve.");
  }
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  try {
    console.error(`${stacks.length} stacks of ${organization}, in this order: ${stacks.join(", ")}.`);
    const answer = await prompt.question("Deploy them? Only yes goes on: ");
    if (answer.trim() !== "yes") throw new UserError("not approved; nothing was deployed", "Answer yes to deploy.");
  } finally {
    prompt.close();
  }
}
