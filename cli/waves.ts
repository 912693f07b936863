import { Option } from "commander";
import { loadZone } from "../declaration/load";
import { UserError } from "../declaration/user-error";
import { describeRemoved } from "../delivery/waves/describe";
import { type Format, formats } from "../delivery/waves/formats";
import { selectStacks } from "../delivery/waves/select-stacks";
import { changedSinceOption } from "./changed-since-option";
import { exitCodes, registration } from "./command";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly changedSince?: string;
  readonly format: Format;
  readonly json?: boolean;
}

export const waves = registration<Options>({
  name: "waves",
  usage: "[stacks...]",
  summary: "the stacks to deploy, as waves of stacks that are independent of each other",
  examples: [
    "landfall waves",
    "landfall waves --changed-since origin/main                # what a change touches, and why",
    "landfall waves --changed-since HEAD~1 --format json       # for a pipeline",
    "landfall waves network routing",
    "landfall waves --format github > .github/workflows/landfall.yml",
    "landfall waves --changed-since HEAD~1 --format codebuild > buildspec.yml",
  ],
  tools: [],
  configure: (command) =>
    void command
      .addOption(zoneOption())
      .addOption(changedSinceOption())
      .addOption(new Option("--format <format>", "what to write").choices(Object.keys(formats)).default("text"))
      .option("--json", "the same as --format json"),
  run: async (stacks, { zone: zoneDirectory, changedSince, format, json }) => {
    const chosen: Format = json ? "json" : format;
    if (chosen === "github" && changedSince !== undefined) {
      throw new UserError("the workflow is of the whole zone, whatever changed", "Leave out --changed-since.");
    }
    const zone = loadZone(zoneDirectory);
    const selection = await selectStacks({ zone, zoneDirectory, only: stacks, changedSince });
    console.log(formats[chosen](selection));
    if (chosen !== "text") for (const line of describeRemoved(selection.since?.removed ?? [])) console.error(line);
    return exitCodes.success;
  },
});
