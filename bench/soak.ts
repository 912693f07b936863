import { spawnSync } from "node:child_process";
import { cpus, totalmem } from "node:os";
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
    name: "inspection VPC and DNS, made, changed and undone, events between accounts, mails and delivery streams, on the local AWS",
    path: "test/soak/",
    factor: 1,
  },
  {
    name: "500 webhooks to the store of a kept rehearsal, each told up to four times",
    path: "test/e2e/rehearsal.test.ts",
    factor: 2,
  },
  { name: "the network's features without each of their modules", path: "bench/features/run.ts", factor: "program" },
];

const root = resolve(__dirname, "..");

/** `npm run soak`: the long runs. Its last figures are in bench/soak.md. Exits 1 when one failed. */
function soak(): number {
  const rows = soaks.map(({ name, path, factor }) => {
    const started = Date.now();
    const isProgram = factor === "program";
    const [program, ...values] = isProgram
      ? [process.execPath, join(root, "landfall.mjs"), "--run", path]
      : [join(root, "node_modules/.bin/jest"), path, "--runInBand"];
    const { status } = spawnSync(program, values, {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, ...(isProgram ? {} : { LANDFALL_SOAK: String(factor) }) },
    });
    return { name, path, seconds: Math.round((Date.now() - started) / 1000), passed: status === 0 };
  });
  const lines = rows.map(
    ({ name, path, seconds, passed }) => `| ${name} | \`${path}\` | ${seconds} | ${passed ? "passed" : "failed"} |`,
  );
  const machine = `${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  const page = [
    "# Soak",
    "",
    `The last \`npm run soak\`: ${new Date().toISOString().slice(0, 10)}, ${machine}.`,
    "",
    "| run | test or program | seconds | |",
    "|---|---|---|---|",
    ...lines,
    "",
  ].join("\n");
  writeText(join(root, "bench/soak.md"), page);
  console.log(lines.join("\n"));
  return rows.every(({ passed }) => passed) ? 0 : 1;
}

process.exitCode = soak();
