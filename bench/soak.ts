import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { writeText } from "../declaration/source/write-text";

/** A test that `npm test` runs on a sample, and how many times as many cases it gets here; or a program. */
interface Soak {
  readonly name: string;
  readonly path: string;
  readonly factor: number | "program";
}

const soaks: readonly Soak[] = [
  { name: "1,000,000 random pairs, oracle against engine", path: "test/oracle/agreement", factor: 20 },
  {
    name: "1,000 random zones, who reaches whom by their Terraform",
    path: "test/oracle/network/agreement",
    factor: 10,
  },
  { name: "every mutant of the catalogue", path: "test/policies/catalogue/mutation", factor: 2 },
  { name: "5,000 random formulas against brute force", path: "test/engine/symbolic/witness", factor: 20 },
  { name: "the reachability oracle's mutations, three places each", path: "test/oracle/network/mutations", factor: 2 },
  { name: "2,000 changes against the stacks selected", path: "test/synth/changed-data", factor: 8 },
  {
    name: "inspection VPC and DNS, made, changed and undone, events between accounts, mails and delivery streams, and what the tutorial and how-tos print, on the local AWS",
    path: "test/soak/",
    factor: 1,
  },
  {
    name: "500 webhooks to the store of a kept rehearsal, each told up to four times",
    path: "test/e2e/rehearsal.test.ts",
    factor: 2,
  },
  { name: "a minute of orders on the local AWS, none lost", path: "bench/load/run.ts", factor: "program" },
  { name: "the network's features without each of their modules", path: "bench/features/run.ts", factor: "program" },
  { name: "CDK Terrain in CDKTF's place: the same Terraform", path: "bench/terrain/run.ts", factor: "program" },
];

const root = resolve(__dirname, "..");

const page = join(root, "bench/soak.md");

/** The day and the machine that a figure is of. */
function ofToday(): string {
  const machine = `${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  return `${new Date().toISOString().slice(0, 10)}, ${machine}`;
}

/** Rows of the page as it is, by the test or program they are of: a run of some leaves the others' figures. */
function earlierRows(): ReadonlyMap<string, string> {
  const text = existsSync(page) ? readFileSync(page, "utf8") : "";
  return new Map(
    text.split("\n").flatMap((line) => {
      const path = /^\| .* \| `(.*?)` \|/.exec(line)?.[1];
      return path === undefined ? [] : [[path, line] as const];
    }),
  );
}

/**
 * `npm run soak [-- TEXT…]`: the long runs, or those whose path has one of the texts. The last figures of each are in bench/soak.md. Exits 1 when one
 * failed.
 */
function soak(texts: readonly string[]): number {
  const chosen = soaks.filter(({ path }) => texts.length === 0 || texts.some((text) => path.includes(text)));
  const figuresFile = join(mkdtempSync(join(tmpdir(), "landfall-soak-")), "figures");
  const rows = chosen.map(({ name, path, factor }) => {
    const started = Date.now();
    rmSync(figuresFile, { force: true });
    const isProgram = factor === "program";
    const [program, ...values] = isProgram
      ? [process.execPath, join(root, "landfall.mjs"), "--run", path]
      : [join(root, "node_modules/.bin/jest"), path, "--runInBand"];
    const { status } = spawnSync(program, values, {
      cwd: root,
      stdio: "inherit",
      env: {
        ...process.env,
        LANDFALL_SOAK_FIGURES: figuresFile,
        ...(isProgram ? {} : { LANDFALL_SOAK: String(factor) }),
      },
    });
    const passed = status === 0;
    const seconds = Math.round((Date.now() - started) / 1000);
    const figures = existsSync(figuresFile) ? readFileSync(figuresFile, "utf8") : "";
    const line = `| ${name} | \`${path}\` | ${seconds} | ${passed ? "passed" : "failed"} | ${ofToday()} | ${figures} |`;
    return { path, passed, line };
  });
  const lines = new Map([...earlierRows(), ...rows.map(({ path, line }) => [path, line] as const)]);
  const text = [
    "# Soak",
    "",
    "The last run of each part of `npm run soak`.",
    "",
    "| run | test or program | seconds | | when, where | figures |",
    "|---|---|---|---|---|---|",
    ...soaks.flatMap(({ path }) => lines.get(path) ?? []),
    "",
  ].join("\n");
  writeText(page, text);
  console.log(rows.map(({ line }) => line).join("\n"));
  return rows.length > 0 && rows.every(({ passed }) => passed) ? 0 : 1;
}

process.exitCode = soak(process.argv.slice(2));
