import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Cost } from "./cost";
import { difference } from "./same-resources";

const root = join(__dirname, "../..");

/** The cost of synthesising a zone, with Landfall and of the same resources without it, each in a process of its own. */
export interface Compared {
  readonly withLandfall: readonly Cost[];
  readonly without: readonly Cost[];
}

/** @throws when the two do not synthesise the same resources */
export function compare(zone: string, runs: number): Compared {
  return inDirectory((directory) => {
    const [ours, theirs] = [join(directory, "with"), join(directory, "without")];
    const withLandfall: Cost[] = [];
    const without: Cost[] = [];
    for (let index = 0; index < runs; index++) {
      withLandfall.push(costOf("with-landfall.ts", [zone, ours]));
      without.push(costOf("without-landfall.ts", [ours, theirs]));
    }
    const found = difference(ours, theirs);
    if (found !== undefined) throw new Error(`not the same resources with Landfall and without: ${found}`);
    return { withLandfall, without };
  });
}

/** The cost of synthesising some stacks of a zone and no others. */
export function costOfStacks(zone: string, stacks: readonly string[], runs: number): readonly Cost[] {
  return inDirectory((directory) =>
    Array.from({ length: runs }, () => costOf("with-landfall.ts", [zone, join(directory, "out"), ...stacks])),
  );
}

function inDirectory<T>(work: (directory: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), "landfall-bench-synth-"));
  try {
    return work(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function costOf(file: string, [from = "", out = "", ...rest]: readonly string[]): Cost {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--max-old-space-size=8192", "--require", "tsx/cjs", join(__dirname, file), from, out, ...rest],
    { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 },
  );
  const last = stdout.trim().split("\n").at(-1);
  if (status !== 0 || last === undefined) throw new Error(`${file} ended with ${status}: ${stderr}`);
  return JSON.parse(last);
}
