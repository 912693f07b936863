import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Figure } from "../figure";
import { median } from "../median";
import { writeBigZone } from "./big-zone";

const runs = 5;
const sizes = [10, 100, 1000] as const;

/** `landfall audit` of zones of three sizes, each run a process of its own: reading 1,000 files, proofs, lint, matrix and the report are all in it. */
export async function* measureWholeAudit(): AsyncGenerator<Figure> {
  for (const accounts of sizes) yield figureOf(accounts);
}

function figureOf(accounts: number): Figure {
  const directory = writeBigZone(accounts);
  try {
    const value = Math.round(median(Array.from({ length: runs }, () => milliseconds(directory))));
    const aim = accounts === 1000 ? { aim: { atMost: 5000 } } : {};
    return {
      name: `whole audit of ${accounts.toLocaleString("en")} accounts, process start included`,
      value,
      unit: "ms",
      ...aim,
    };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function milliseconds(directory: string): number {
  const program = join(__dirname, "../../landfall.mjs");
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [program, "audit", "--zone", directory, "--format", "json"], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0 && status !== 1) throw new Error(`landfall audit ended with ${status}: ${stderr}`);
  return performance.now() - started;
}
