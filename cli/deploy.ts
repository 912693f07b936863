import type { Command } from "commander";
import { writeJson } from "../declaration/source/write-json";
import { resolve } from "node:path";
import { loadZone } from "../declaration/load";
import { UserError } from "../declaration/user-error";
import { ambientCredentials, checkSignedIn } from "../delivery/credentials";
import { deploy as deployZone } from "../delivery/deploy";
import { nothingDeployed } from "../delivery/deployment";
import { describeRemoved } from "../delivery/waves/describe";
import { selectStacks } from "../delivery/waves/select-stacks";
import { ask } from "./ask";
import { changedSinceOption } from "./changed-since-option";
import { exitCodes, registration } from "./command";
import { outputOption } from "./output-option";
import { checkOutputDirectory, checkJsonFile } from "./output-paths";
import { parallelismOption } from "./parallelism-option";
import { runDeployment } from "./run-deployment";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly autoApprove?: boolean;
  readonly changedSince?: string;
  readonly parallelism?: number;
  readonly unlock?: boolean;
  readonly recover?: boolean;
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
    "landfall deploy --changed-since HEAD~1                   # what the last commit touches and nothing else",
    "landfall deploy --recover network                        # after a run was killed and its lock removed by hand",
    "landfall deploy --auto-approve --json deployment.json    # in a pipeline",
    "npx cdktf diff network                                   # what one stack would change",
  ],
  tools: ["terraform"],
  configure: (command: Command) =>
    void command
      .addOption(zoneOption())
      .addOption(changedSinceOption())
      .option("--auto-approve", "do not ask before deploying")
      .addOption(parallelismOption())
      .addOption(outputOption())
      .option("--recover", "import what a killed run created and did not record, where no lock tells of it")
      .option("--unlock", "remove locks of states whoever holds them, then recover; see `landfall unlock`")
      .option("--json <file>", "write what happened to each stack as JSON to a file .json"),
  run: async (stacks, options) => {
    checkJsonFile(options.json);
    checkOutputDirectory(options.output);
    const zone = loadZone(options.zone);
    const { changedSince, zone: zoneDirectory } = options;
    const { waves, since } = await selectStacks({ zone, zoneDirectory, only: stacks, changedSince });
    const selected = waves.flat();
    for (const line of describeRemoved(since?.removed ?? [])) console.error(line);
    if (selected.length === 0) {
      console.error(`No stack changed since ${changedSince ?? "the beginning"}; nothing to deploy.`);
      if (options.json) writeJson(options.json, nothingDeployed);
      return exitCodes.success;
    }
    if (!options.autoApprove) await approve(selected, zone.organization.name);
    await checkSignedIn(zone.regions.home, process.env);
    return runDeployment(
      (watch) =>
        deployZone({
          ...watch,
          zoneDirectory: options.zone,
          outDirectory: resolve(options.output),
          credentialsFor: ambientCredentials(process.env),
          terraformEnv: {},
          parallelism: options.parallelism,
          only: selected,
          recover: options.recover,
          unlock: options.unlock ? "anybody" : "gone",
        }),
      (deployment) => options.json && writeJson(options.json, deployment),
    );
  },
});

/** @throws UserError unless somebody at a terminal answers yes */
async function approve(stacks: readonly string[], organization: string): Promise<void> {
  if (!process.stdin.isTTY) {
    throw new UserError("nobody is there to approve the deployment", "Run it on a terminal, or pass --auto-approve.");
  }
  console.error(`${stacks.length} stacks of ${organization}, in this order: ${stacks.join(", ")}.`);
  const answer = await ask({ asks: "Deploy them? Only yes goes on", fault: () => undefined }, "");
  if (answer !== "yes") throw new UserError("not approved; nothing was deployed", "Answer yes to deploy.");
}
