import type { Outcome } from "../delivery/preflight/check";
import type { CheckResult } from "../delivery/preflight/preflight";
import { type Colour, paint } from "./paint";

const marks: Readonly<Record<Outcome["status"], readonly [text: string, colour: Colour]>> = {
  ok: ["ok      ", "green"],
  finding: ["FINDING ", "red"],
  "by-hand": ["by hand ", "yellow"],
  "could-not-check": ["unknown ", "yellow"],
};

/** A line a result, with what to do below those that are not well, and the count. */
export function preflightLines(results: readonly CheckResult[]): readonly string[] {
  const count = (status: Outcome["status"]): number => results.filter((result) => result.status === status).length;
  const findings = count("finding");
  return [
    ...grouped(results).flatMap(([names, result]) => resultLines(names, result)),
    "",
    `${findings === 1 ? "1 finding" : `${findings} findings`}, ${count("by-hand")} to do by hand, ` +
      `${count("could-not-check")} that could not be looked at, ${count("ok")} ok.`,
  ];
}

/** Checks that found the same thing, no credentials above all, are told of once. */
function grouped(results: readonly CheckResult[]): readonly (readonly [names: string, result: CheckResult])[] {
  const groups = new Map<string, CheckResult[]>();
  for (const result of results) {
    const key = `${result.status} ${result.detail}`;
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    return first ? [[same.map(({ check }) => check).join(", "), first] as const] : [];
  });
}

function resultLines(names: string, result: CheckResult): readonly string[] {
  const [text, colour] = marks[result.status];
  const line = `${paint(colour, text, process.stdout)} ${names}: ${result.detail}`;
  return "remedy" in result ? [line, `         ${result.remedy}`] : [line];
}
