import { statSync } from "node:fs";
import { DeclarationError, formatProblem, type Problem } from "../../declaration/problem/problem";
import { readContent } from "../../declaration/source/read-directory";
import type { FaultFacts } from "./facts";
import { createFaults, type Faults } from "./faults";
import { readFaults } from "./read-faults";

export interface WatchedFile {
  readonly path: string;
  /** As problems show it. */
  readonly shown: string;
  /** Else a file that is not there yet holds no rule. */
  readonly mustExist: boolean;
}

/** Faults, and what their rules are about. */
export interface InjectedFaults extends Faults {
  readonly facts: Pick<FaultFacts, "apis" | "accountName">;
}

/**
 * The rules of a file, which is looked at before every call: what is written is in force from the next call on. While the file is broken or gone, the
 * former rules stay.
 * @param report gets a line when rules are taken or refused, and when a rule hits for the first time
 * @throws DeclarationError when the file is broken now
 */
export function watchedFaults(file: WatchedFile, facts: FaultFacts, report: (line: string) => void): InjectedFaults {
  const faults = createFaults();
  const told = new Set<string>();
  let seen = stateOf(file.path);
  const take = (): readonly Problem[] => {
    const result = readFaults(file.shown, readContent(file.path), facts);
    if ("problems" in result) return result.problems;
    faults.set(result.rules);
    return [];
  };
  if (seen !== undefined || file.mustExist) {
    const problems = take();
    if (problems.length > 0) throw new DeclarationError(problems);
  }
  const refresh = (): void => {
    const state = stateOf(file.path);
    if (state === seen) return;
    seen = state;
    const problems = take();
    const rules = faults.rules();
    report(
      problems.length === 0
        ? `Faults of ${file.shown}: ${rules.length === 0 ? "none" : rules.join(", ")}`
        : [...problems.map(formatProblem), "The former faults stay."].join("\n"),
    );
  };
  return {
    facts,
    counts: faults.counts,
    strike: (subject) => {
      refresh();
      const strike = faults.strike(subject);
      for (const rule of strike?.rules ?? []) {
        if (!told.has(rule)) report(`The fault ${rule} hits for the first time`);
        told.add(rule);
      }
      return strike;
    },
  };
}

/** Changes whenever the file is written or another takes its place; undefined: it is not there. */
function stateOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found && `${found.ino} ${found.size} ${found.mtimeNs}`;
}
