import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { RehearsalReport } from "../../rehearsal/report";
import { emulatorGaps } from "../../rehearsal/checks/emulator-gaps";
import { attack } from "./attack/attack";
import { accountLife } from "./account-life";
import { ejected } from "./ejected";
import { keepRehearsal, type KeptRehearsal } from "./kept-rehearsal";
import { landfall } from "./landfall";
import { liveAudit } from "./live-audit";

interface Rehearsed {
  readonly output: string;
  readonly report: RehearsalReport;
}

/** Two rehearsals share the cores and the memory. */
const stacksAtOnce = 6;

const directory = mkdtempSync(join(tmpdir(), "landfall-e2e-"));

const reportFile = (name: string): string => join(directory, `${name}.json`);
const options = (zone: string, name: string): readonly string[] => [
  ...["--zone", zone, "--json", reportFile(name), "--parallelism", String(stacksAtOnce)],
];

function rehearsed(name: string, output: string): Rehearsed {
  try {
    return { output, report: JSON.parse(readFileSync(reportFile(name), "utf8")) };
  } catch {
    throw new Error(`the rehearsal of ${name} wrote no report; it printed:\n${output}`);
  }
}

describe("two rehearsals side by side", () => {
  const zones = { sample: "zone", everything: "test/zones/everything" } as const;
  const results = new Map<string, Rehearsed>();
  let kept: KeptRehearsal | undefined;

  /** The sample's is kept for what is tested on a deployed zone. */
  beforeAll(async () => {
    const keepSample = async (): Promise<void> => {
      kept = await keepRehearsal(...options(zones.sample, "sample"));
      results.set("sample", rehearsed("sample", kept.running.output()));
    };
    const rehearseEverything = async (): Promise<void> => {
      const { output } = await landfall("rehearse", ...options(zones.everything, "everything"));
      results.set("everything", rehearsed("everything", output));
    };
    await Promise.all([keepSample(), rehearseEverything()]);
  }, 2_700_000);

  afterAll(async () => {
    kept?.running.interrupt();
    await kept?.running.ended;
  }, 180_000);

  const result = (name: string): Rehearsed => {
    const found = results.get(name);
    if (found === undefined) throw new Error(`${name} was not rehearsed`);
    return found;
  };

  test.each(Object.keys(zones))("the zone %s is deployed whole", (name) => {
    const { report } = result(name);
    expect(report.deployment.stacks.filter((stack) => stack.status !== "done")).toEqual([]);
  });

  test.each(Object.keys(zones))("every check of the zone %s passes", (name) => {
    const { report, output } = result(name);
    expect(report.checks.filter((check) => !check.ok)).toEqual([]);
    expect(output).toContain("checks passed");
  });

  test("the sample has at least ten accounts and twenty stacks, and its figures are printed", () => {
    const { report, output } = result("sample");
    expect(report.accounts).toBeGreaterThanOrEqual(10);
    expect(report.stacks).toBeGreaterThanOrEqual(20);
    expect(output).toContain(`${report.accounts} accounts, ${report.stacks} stacks, ${report.resources} resources`);
    console.log(JSON.stringify({ ...report.seconds, peakMemoryMiB: report.peakMemoryMiB, calls: report.awsCalls }));
  });

  test("each kind of check ran", () => {
    const names = result("sample").report.checks.map((check) => check.name);
    const kinds = [
      "organization tree as declared",
      "every account reached by STS",
      "organisation trail and its bucket policy in place",
      "attachments associated as declared",
      "orders-dev API was asked",
      "orders-prod API was asked",
      "payments-dev API was asked",
      "payments-prod API was asked",
      "a service is deployed without calling another account",
      "every call was decided by the organisation's policies",
      "what was deployed is what AWS would get",
      "second plan of every stack shows no change",
    ];
    expect(kinds.filter((kind) => !names.includes(kind))).toEqual([]);
  });

  test("each service is asked to create, read, list, not find, refuse bad input and a wrong method", () => {
    const names = result("sample")
      .report.checks.map((check) => check.name)
      .join("\n");
    for (const account of ["orders-dev", "orders-prod", "payments-dev", "payments-prod"]) {
      for (const behaviour of ["creates", "reads what", "lists", "does not find", "refuses a", "is not allowed"]) {
        expect(names).toMatch(new RegExp(`${account} API: .*${behaviour}`));
      }
    }
  });

  test("the table of emulator gaps has at most fifteen entries, each with its evidence", () => {
    expect(emulatorGaps.length).toBeLessThanOrEqual(15);
    for (const gap of emulatorGaps) expect(gap.evidence.length).toBeGreaterThan(20);
  });

  const keptSample = (): KeptRehearsal => {
    if (kept === undefined) throw new Error("the sample is not kept");
    return kept;
  };
  attack(keptSample);
  ejected(keptSample, ["orders-dev", "orders-dev-orders"]);
  accountLife(keptSample);
  liveAudit(keptSample);

  test("a kept rehearsal ends with Ctrl-C, by the result of its checks", async () => {
    kept?.running.interrupt();
    expect((await kept?.running.ended)?.code).toBe(0);
  }, 180_000);
});
