import { Option } from "commander";
import { type DiffFormat, diffFormats } from "../audit/diff/formats";
import { diffVerdict } from "../audit/diff/verdict";
import { isChanged, zoneDiff } from "../audit/diff/zone-diff";
import { loadZone } from "../declaration/load";
import type { LandingZone } from "../declaration/model";
import { withPlaceholderIds } from "../declaration/placeholder-ids";
import { UserError } from "../declaration/user-error";
import { zoneAt } from "../delivery/fingerprint/zone-at";
import { loadUniverse } from "../engine/universe/load-universe";
import { exitCodes, registration } from "./command";
import { writeReport } from "./write-report";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly base?: string;
  readonly head?: string;
  readonly format: DiffFormat;
  readonly json?: boolean;
  readonly out?: string;
}

export const diff = registration<Options>({
  name: "diff",
  usage: "[before] [after]",
  summary: "what a change of the zone newly allows and denies, account by account, with a request each",
  examples: [
    "landfall diff --base origin/main",
    "landfall diff --base origin/main --format markdown -o comment.md   # for a pull request",
    "landfall diff --base v1 --head v2",
    "landfall diff zones/old zones/new",
  ],
  tools: [],
  configure: (command) =>
    void command
      .addOption(zoneOption())
      .option("--base <revision>", "compare with the zone at this git revision")
      .option("--head <revision>", "the zone at this revision in place of the working tree")
      .addOption(new Option("--format <format>", "what to write").choices(Object.keys(diffFormats)).default("text"))
      .option("--json", "the same as --format json")
      .option("-o, --out <file>", "write the difference to a file, and the verdict to the terminal"),
  run: async (directories, options) => {
    const { before, after } = await sidesOf(directories, options);
    const found = zoneDiff(withPlaceholderIds(before), withPlaceholderIds(after), loadUniverse());
    const text = diffFormats[options.json ? "json" : options.format](found);
    if (options.out === undefined) process.stdout.write(text);
    else {
      writeReport(options.out, text);
      console.log(diffVerdict(found));
    }
    return isChanged(found) ? exitCodes.failed : exitCodes.success;
  },
});

/** The guardrails of the catalogue are those of this version on both sides; what an upgrade of Landfall changes is not among the differences. */
async function sidesOf(
  directories: readonly string[],
  { zone, base, head }: Options,
): Promise<{ readonly before: LandingZone; readonly after: LandingZone }> {
  const [one, other] = directories;
  if (one !== undefined && other !== undefined) {
    if (base !== undefined || head !== undefined) {
      throw new UserError("two directories and a revision are too much to compare", "Give directories, or --base.");
    }
    return { before: loadZone(one), after: loadZone(other) };
  }
  if (one !== undefined || base === undefined) {
    throw new UserError("nothing says what to compare with", "Give --base REVISION, or two directories of zones.");
  }
  return { before: await zoneAt(zone, base), after: head === undefined ? loadZone(zone) : await zoneAt(zone, head) };
}
