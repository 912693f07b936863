import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Suite, suites } from "./suites";

/**
 * `npm test [-- PATTERN]`: runs every suite and prints its seconds against the committed budget.
 * With a pattern, runs the jest tests whose path matches it. Exits 1 when a test failed or none ran.
 */
interface Tally {
  passed: number;
  failed: number;
}

const root = resolve(__dirname, "..");

function run(command: string, args: readonly string[], env = process.env): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
    child.once("error", fail);
    child.once("exit", (code) => done(code ?? 1));
  });
}

async function runJest(paths: readonly string[], workers: number): Promise<Tally> {
  const directory = mkdtempSync(join(tmpdir(), "landfall-test-"));
  const report = join(directory, "jest.json");
  try {
    const code = await run(
      join(root, "node_modules/.bin/jest"),
      [...paths, `--maxWorkers=${workers}`, "--json", `--outputFile=${report}`, "--passWithNoTests=false"],
      // What test files share (test/fixtures/once-a-run.ts) goes with it.
      { ...process.env, LANDFALL_TEST_RUN: directory },
    );
    if (!existsSync(report)) {
      console.error(`FAILED: jest ended with code ${code} and no report`);
      return { passed: 0, failed: 1 };
    }
    const counts: unknown = JSON.parse(readFileSync(report, "utf8"));
    return { passed: count(counts, "numPassedTests"), failed: failures(counts, code) };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function count(report: unknown, key: string): number {
  const value = typeof report === "object" && report !== null ? Reflect.get(report, key) : undefined;
  return typeof value === "number" ? value : 0;
}

/** A suite that fails to load, a skipped test and a non-zero exit without a failed test count as failures too. */
function failures(report: unknown, code: number): number {
  const failed =
    count(report, "numFailedTests") +
    count(report, "numRuntimeErrorTestSuites") +
    count(report, "numPendingTests") +
    count(report, "numTodoTests");
  return failed === 0 && code !== 0 ? 1 : failed;
}

/** Two at a time, one a core, in their order. */
async function runCommands(commands: Suite["commands"]): Promise<Tally> {
  const tally: Tally = { passed: 0, failed: 0 };
  const waiting = [...commands];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [tool = "", ...args] = next;
      const code = await run(join(root, "node_modules/.bin", tool), args);
      if (code === 0) tally.passed += 1;
      else {
        tally.failed += 1;
        console.error(`FAILED: ${next.join(" ")}`);
      }
    }
  };
  await Promise.all([lane(), lane()]);
  return tally;
}

async function runSuite(suite: Suite): Promise<Tally> {
  const tally = await runCommands(suite.commands);
  if (suite.jest) {
    const result = await runJest(suite.jest.paths, suite.jest.workers);
    tally.passed += result.passed;
    tally.failed += result.failed;
  }
  return tally;
}

async function main(patterns: readonly string[]): Promise<number> {
  const selected: readonly Suite[] =
    patterns.length > 0
      ? [{ name: patterns.join(" "), seconds: 0, commands: [], jest: { paths: patterns, workers: 2 } }]
      : suites;
  const total: Tally = { passed: 0, failed: 0 };
  const rows: string[] = [];
  for (const suite of selected) {
    console.log(`\n== ${suite.name}`);
    const start = Date.now();
    const tally = await runSuite(suite);
    total.passed += tally.passed;
    total.failed += tally.failed;
    const seconds = Math.round((Date.now() - start) / 1000);
    rows.push(
      `${suite.name.padEnd(12)} ${String(seconds).padStart(5)} s of ${String(suite.seconds).padStart(4)} s` +
        `${suite.seconds > 0 && seconds > suite.seconds ? "  OVER BUDGET" : ""}  ${tally.passed} passed, ${tally.failed} failed`,
    );
  }
  console.log(`\n${rows.join("\n")}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

void main(process.argv.slice(2)).then((code) => process.exit(code));
