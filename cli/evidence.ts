import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { auditOf } from "../audit/audit-of";
import { evidenceFiles } from "../audit/evidence/evidence";
import { loadZone, shownDirectory } from "../declaration/load";
import { withPlaceholderIds } from "../declaration/placeholder-ids";
import { guardrailPlaces } from "../declaration/source/guardrail-places";
import { readDirectory } from "../declaration/source/read-directory";
import { stacksOf } from "../declaration/stacks";
import { UserError } from "../declaration/user-error";
import { loadUniverse } from "../engine/universe/load-universe";
import { attachedPolicies } from "../policies/attached";
import { auditProgress } from "./audit-progress";
import { exitCodes, registration } from "./command";
import { programVersion } from "../declaration/program-version";
import { synthesised } from "./stack-needs";
import { writeReport } from "./write-report";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly out?: string;
  readonly json?: boolean;
}

export const evidence = registration<Options>({
  name: "evidence",
  usage: "",
  summary:
    "write what an auditor asks for: declaration, policies, claims, configuration and findings, by control, dated",
  examples: ["landfall evidence", "landfall evidence --out evidence/2026-q4"],
  tools: [],
  configure: (command) =>
    void command
      .addOption(zoneOption())
      .option("-o, --out <directory>", "a new directory to write to; default evidence-<organization>-<date>")
      .option("--json", "print where it is, and the names of its files, as JSON"),
  run: async (_positionals, { zone: directory, out, json }) => {
    const zone = withPlaceholderIds(loadZone(directory));
    const date = new Date().toISOString();
    const target = out ?? `evidence-${zone.organization.name}-${date.slice(0, 10)}`;
    if (existsSync(target)) throw new UserError(`${target} is there already`, "Name another directory for --out.");
    const progress = auditProgress(process.stderr);
    const report = auditOf(
      { zone, universe: loadUniverse() },
      { placeOf: guardrailPlaces(directory, shownDirectory(directory)), onProgress: progress.show },
    );
    progress.end();
    const files = evidenceFiles({
      date,
      version: programVersion(),
      declaration: new Map([...readDirectory(directory)].map(([name, content]) => [name, String(content)])),
      policies: new Map(
        attachedPolicies(zone).map(({ name, document, units, accounts }) => [
          name,
          { document, attachedTo: [...units, ...accounts] },
        ]),
      ),
      stacks: synthesised(
        zone,
        stacksOf(zone).map(({ id }) => id),
      ),
      report,
    });
    for (const [name, text] of files) {
      mkdirSync(dirname(join(target, name)), { recursive: true });
      writeReport(join(target, name), text);
    }
    console.log(
      json
        ? JSON.stringify({ directory: target, date, files: [...files.keys()] })
        : `${files.size} files in ${target}; manifest.json has the digest of each`,
    );
    return exitCodes.success;
  },
});
