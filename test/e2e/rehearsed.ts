import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RehearsalReport } from "../../rehearsal/report";

export interface Rehearsed {
  readonly output: string;
  readonly report: RehearsalReport;
}

/** Rehearsals share the cores and the memory. */
const stacksAtOnce = 6;

const directory = mkdtempSync(join(tmpdir(), "landfall-e2e-"));
const reportFile = (name: string): string => join(directory, `${name}.json`);

/** @param zone the zone's directory, from the checkout's root */
export function rehearsalOptions(zone: string, name: string): readonly string[] {
  return ["--zone", zone, "--json", reportFile(name), "--parallelism", String(stacksAtOnce)];
}

/** The report that a rehearsal wrote. */
export function rehearsed(name: string, output: string): Rehearsed {
  try {
    return { output, report: JSON.parse(readFileSync(reportFile(name), "utf8")) };
  } catch {
    throw new Error(`the rehearsal of ${name} wrote no report; it printed:\n${output}`);
  }
}
