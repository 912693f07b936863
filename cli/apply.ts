import type { Command } from "commander";
import { resolve } from "node:path";
import { ambientCredentials } from "../delivery/credentials";
import { applySaved } from "../delivery/plan/apply-saved";
import { registration } from "./command";
import { outputOption } from "./output-option";
import { checkOutputDirectory } from "./output-paths";
import { parallelismOption } from "./parallelism-option";
import { runDeployment } from "./run-deployment";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly json?: boolean;
  readonly parallelism?: number;
  readonly output: string;
}

export const apply = registration<Options>({
  name: "apply",
  usage: "<plans> [stacks...]",
  summary: "apply the plans that `landfall plan --save` kept, exactly as they are, and lock the ids they make",
  examples: ["landfall apply plans", "landfall apply plans network routing", "landfall apply plans --json"],
  tools: ["terraform"],
  configure: (command: Command) =>
    void command
      .addOption(zoneOption())
      .option("--json", "print what happened to each stack as JSON")
      .addOption(parallelismOption())
      .addOption(outputOption()),
  run: async ([plans = "", ...stacks], options) => {
    checkOutputDirectory(options.output);
    return runDeployment(
      (watch) =>
        applySaved({
          ...watch,
          plans: resolve(plans),
          zoneDirectory: options.zone,
          outDirectory: resolve(options.output),
          credentialsFor: ambientCredentials(process.env),
          terraformEnv: {},
          parallelism: options.parallelism,
          only: stacks,
        }),
      (deployment) => options.json && console.log(JSON.stringify(deployment, undefined, 2)),
    );
  },
});
