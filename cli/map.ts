import { extname } from "node:path";
import { asHtml } from "../atlas/map/html/html";
import { type DrawnMap, drawnAlone, drawnSince } from "../atlas/map/drawn-map";
import { asMarkdown } from "../atlas/map/markdown/markdown";
import { zoneMap } from "../atlas/map/model/build";
import { picturesOf } from "../atlas/map/pictures";
import { asSvgFile } from "../atlas/map/svg-file";
import { counted } from "../audit/report/verdict";
import { UserError } from "../declaration/user-error";
import { zoneAt } from "../delivery/fingerprint/zone-at";
import { planNetwork } from "../network/plan/network-plan";
import { serviceNamed } from "../workloads/services";
import type { LandingZone } from "../declaration/model";
import { exitCodes, registration } from "./command";
import { checkReportFile } from "./output-paths";
import { writeReport } from "./write-report";
import { readWithRanges, zoneWithRanges } from "./zone-with-ranges";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly out?: string;
  readonly base?: string;
  readonly json?: boolean;
}

export const map = registration<Options>({
  name: "map",
  usage: "",
  summary: "draws the zone: units and accounts, who reaches whom, services and their events, where logs go",
  examples: [
    "landfall map                                    # zone.html: one file, for any browser",
    "landfall map -o zone.svg",
    "landfall map -o zone.md --base origin/main      # for a pull request: what a change adds, removes and moves",
    "landfall map --json | jq .network.reaches",
  ],
  tools: [],
  configure: (command) =>
    void command
      .addOption(zoneOption())
      .option("-o, --out <file>", "what to write; its name ends in .html, .svg or .md (default: zone.html)")
      .option("--base <revision>", "with what is other than at this git revision")
      .option("--json", "print what is drawn as JSON, and write no file; schemas/map.json describes it"),
  run: async (_positionals, { zone: directory, out = "zone.html", base, json }) => {
    const write = writers[extname(out)];
    if (write === undefined)
      throw new UserError(`a map is no ${extname(out) || "file without an ending"}`, `Name it .html, .svg or .md.`);
    if (!json) checkReportFile(out);
    const zone = zoneWithRanges(directory);
    const drawn = drawnMap(
      zone,
      base === undefined ? undefined : { base, zone: await zoneAt(directory, base, readWithRanges) },
    );
    if (json) {
      const changes = base === undefined ? {} : { changes: [...drawn.changes.values()] };
      console.log(JSON.stringify({ ...drawn.map, ...changes }, undefined, 2));
      return exitCodes.success;
    }
    writeReport(out, await write(drawn, zone));
    const { accounts, services } = drawn.map;
    const since = base === undefined ? "" : `, ${counted(drawn.changes.size, "change")} since ${base}`;
    console.log(`${out}: ${counted(accounts.length, "account")}, ${counted(services.length, "service")}${since}`);
    return exitCodes.success;
  },
});

const writers: Readonly<Record<string, (drawn: DrawnMap, zone: LandingZone) => Promise<string>>> = {
  ".html": async (drawn, zone) => asHtml(drawn, await picturesOf(drawn), planNetwork(zone)),
  ".svg": asSvgFile,
  ".md": (drawn) => Promise.resolve(asMarkdown(drawn)),
};

/** Services are those of today on both sides: only the zone is read at the revision. */
function drawnMap(
  zone: LandingZone,
  before: { readonly base: string; readonly zone: LandingZone } | undefined,
): DrawnMap {
  const after = zoneMap(zone, serviceNamed);
  return before === undefined ? drawnAlone(after) : drawnSince(before.base, zoneMap(before.zone, serviceNamed), after);
}
