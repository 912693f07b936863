import { createRequire } from "node:module";
import { Option } from "commander";
import { auditOf } from "../audit/audit-of";
import { type AuditFormat, auditFormats } from "../audit/formats";
import { guardrailPlaces } from "../declaration/source/guardrail-places";
import { loadZone, shownDirectory } from "../declaration/load";
import type { LandingZone } from "../declaration/model";
import { withPlaceholderIds } from "../declaration/placeholder-ids";
import { loadUniverse } from "../engine/universe/load-universe";
import type * as auditDeployment from "./audit-deployment";
import type * as auditLive from "./audit-live";
import { auditProgress } from "./audit-progress";
import { exitCodes, registration } from "./command";
import { programVersion } from "../declaration/program-version";
import { writeReport } from "./write-report";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly format: AuditFormat;
  readonly json?: boolean;
  readonly out?: string;
  readonly account?: string;
  readonly action?: string;
  readonly live?: boolean;
  readonly checkWithAws?: boolean;
}

export const audit = registration<Options>({
  name: "audit",
  usage: "",
  summary: "prove what each guardrail claims, or show the request that escapes it; what every account may do",
  examples: [
    "landfall audit",
    "landfall audit --format html -o audit.html",
    "landfall audit --account orders-dev --action 's3:Put*'",
    "landfall audit --live                                   # and how the organisation differs from the zone",
    "landfall audit --format sarif -o audit.sarif            # for code scanning",
  ],
  tools: [],
  configure: (command) =>
    void command
      .addOption(zoneOption())
      .addOption(new Option("--format <format>", "what to write").choices(Object.keys(auditFormats)).default("text"))
      .option("--json", "the same as --format json")
      .option("-o, --out <file>", "write the report to a file, and the verdict to the terminal")
      .option("--account <name>", "audit this account alone")
      .option("--action <pattern>", "audit the actions that this pattern matches alone, such as s3:Put*")
      .option("--live", "read the organisation, and say how it differs from the zone and what each difference allows")
      .option("--check-with-aws", "ask IAM's policy simulator what the engine decides, for a sample of policies"),
  run: async (_positionals, { zone: directory, format, json, out, account, action, live, checkWithAws }) => {
    const declared = loadZone(directory);
    const universe = loadUniverse();
    const caller = { region: declared.regions.home, environment: process.env };
    const looked = live
      ? await load<typeof auditLive>("./audit-live").liveComparison(caller, declared, universe)
      : undefined;
    const simulated = checkWithAws ? await load<typeof auditLive>("./audit-live").simulatorFindings(caller) : [];
    const zone = looked?.zone ?? withPlaceholderIds(declared);
    const shown = shownDirectory(directory);
    const progress = auditProgress(process.stderr);
    // A universe of some actions alone is no ground to judge a deployment on.
    const deployment =
      action === undefined
        ? load<typeof auditDeployment>("./audit-deployment").deploymentLook(zone, universe, account)
        : undefined;
    const audited = auditOf(
      { zone, universe },
      {
        placeOf: guardrailPlaces(directory, shown),
        lint: {
          accountIds: knownAccountIds(declared),
          principals: deployment?.principals,
          fileOf: (guardrail) => `${shown}/policies/${guardrail}.json`,
        },
        findings: [...(deployment?.findings ?? []), ...(looked?.findings ?? []), ...simulated],
        account,
        action,
        onProgress: progress.show,
      },
    );
    progress.end();
    const report = looked === undefined ? audited : { ...audited, live: looked.summary };
    const text = auditFormats[json ? "json" : format](report, programVersion());
    if (out === undefined) process.stdout.write(text);
    else {
      writeReport(out, text);
      console.log(report.verdict.sentence);
    }
    return report.verdict.clean ? exitCodes.success : exitCodes.failed;
  },
});

/** A module that only some audits need, and that takes long to load: AWS's clients, the stacks. */
function load<Module>(path: string): Module {
  return createRequire(__filename)(path) as Module;
}

/** Ids of all accounts, those that others manage among them; undefined while one has none. */
function knownAccountIds({ accounts, ids, foreign }: LandingZone): ReadonlySet<string> | undefined {
  if (!accounts.every(({ name }) => ids.has(`account/${name}`))) return undefined;
  return new Set([...accounts.map(({ name }) => ids.get(`account/${name}`)), ...Object.keys(foreign.accounts)]);
}
