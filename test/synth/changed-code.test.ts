import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { loadZone } from "../../declaration/load";
import { projectAt } from "../../declaration/project";
import { changedSince } from "../../delivery/fingerprint/changed-since";
import { lockedZone, synthesise } from "./synthesise";

const root = resolve(__dirname, "../..");
const scratch = mkdtempSync(join(tmpdir(), "landfall-code-"));
const project = join(scratch, "project");
const zoneDirectory = join(project, "zone");
const services = "workloads/services";
const home = process.cwd();

function git(...args: readonly string[]): void {
  const identity = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
  execFileSync("git", [...identity, ...args], { cwd: project, stdio: "ignore" });
}

/** Replaces a text that is in the file. */
function edit(file: string, from: string, to: string): void {
  const path = join(project, file);
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

/** The smallest zone, with a second service in an account that is on no network. */
function zoneOfTwoServices(): string {
  const zone = join(scratch, "zone");
  cpSync(join(root, "test/zones/minimal"), zone, { recursive: true });
  const pay = "name: pay\norganizationalUnit: apps/live\nowner: team\nservice:\n  name: tills\n";
  writeFileSync(join(zone, "accounts/pay.yaml"), pay);
  return lockedZone(zone);
}

/** What this checkout's code is, without tests and what no stack is built by. */
function copyCode(): void {
  const listing = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const files = execFileSync("git", listing, { cwd: root, encoding: "utf8" }).split("\0");
  const unneeded = /^($|(test|docs|zone|schemas|rehearsal|cli|delivery)\/)/;
  for (const file of files.filter((each) => !unneeded.test(each))) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    cpSync(join(root, file), join(project, file));
  }
}

/** Another service that needs no event bus: the sample has one. */
function copyService(): void {
  cpSync(join(project, services, "payments"), join(project, services, "tills"), { recursive: true });
  edit(`${services}/tills/service.ts`, 'name: "payments"', 'name: "tills"');
}

/** Stack → JSON, as the copy's own `main.ts` makes it in a process of its own. */
let stacks: ReadonlyMap<string, string>;
const figures = { selected: 0, differing: 0 };

beforeAll(() => {
  mkdirSync(project);
  copyCode();
  copyService();
  // An account may name the services of the project at the working directory.
  process.chdir(project);
  cpSync(zoneOfTwoServices(), zoneDirectory, { recursive: true });
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "base");
  symlinkSync(join(root, "node_modules"), join(project, "node_modules"));
  stacks = synthesise(zoneDirectory, undefined, project).stacks;
}, 360_000);

afterAll(() => {
  process.chdir(home);
  rmSync(scratch, { recursive: true, force: true });
  const { selected, differing } = figures;
  const ratio = (selected / differing - 1).toFixed(2);
  console.log(`changes of code: ${differing} stacks differ, ${selected} selected, over-selection ${ratio}`);
});

interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const accounts = ["boss", "pay", "shop", "vault", "wires"];
const all = ["identity", "logs", "network", "org", "pay-tills", "routing", "security", "shop-payments", "trail"];

/** What is changed together, and the stacks that are selected then. */
const changes: readonly (readonly [string, readonly Edit[], readonly string[]])[] = [
  [
    "a budget and a handler",
    [
      { file: "org/budgets.ts", from: "-monthly`", to: "-each-month`" },
      {
        file: `${services}/payments/handlers/getPayment.ts`,
        from: "There is no payment",
        to: "Nobody knows the payment",
      },
    ],
    ["org", "shop-payments"],
  ],
  [
    "what accounts and the hub share, a contract, a check, and a note that nothing is made of",
    [
      { file: "network/vpc/flow-log.ts", from: "600", to: "60" },
      { file: "security/account-administers-key.ts", from: '"AccountAdministersKey"', to: '"AccountKeepsKey"' },
      { file: `${services}/tills/openapi.yaml`, from: "\n  /payments:", to: "\n  /settlements:" },
      { file: "CONTRIBUTING.md", from: "\n", to: "\n\n" },
      { file: "declaration/check/retention.ts", from: "import", to: "// Another word.\nimport" },
    ],
    ["logs", "pay-tills", "routing", "security", "trail", ...accounts],
  ],
  [
    "the runtime and a guardrail",
    [
      { file: "workloads/runtime/reply.ts", from: '"Conflict"', to: '"In Conflict"' },
      { file: "policies/catalogue/foundations/deny-root-user.ts", from: '"DenyRootUser"', to: '"DenyRoot"' },
    ],
    ["org", "pay-tills", "shop-payments"],
  ],
  [
    "what every stack is made with",
    [{ file: "stack/create-stack.ts", from: "maxRetries: 25", to: "maxRetries: 24" }],
    [...all, ...accounts],
  ],
  [
    "a default of the declaration",
    [{ file: "declaration/resolve.ts", from: "`${name}.${zone.dns", to: "`${name}-service.${zone.dns" }],
    [...all, ...accounts],
  ],
];

describe("a change of the code that is not committed", () => {
  test.each(changes)(
    "of %s selects every stack that differs",
    async (_what, edits, expected) => {
      for (const { file, from, to } of edits) edit(file, from, to);
      const zone = loadZone(zoneDirectory);
      const given = { zone, directory: zoneDirectory, project: projectAt(project) };
      const { changed } = await changedSince(given, "HEAD");
      const selected = changed.map(({ spec }) => spec.id).sort();
      expect(selected).toEqual([...expected].sort());
      const before = stacks;
      stacks = synthesise(zoneDirectory, undefined, project).stacks;
      const differing = [...stacks].filter(([id, json]) => before.get(id) !== json).map(([id]) => id);
      expect(differing.filter((id) => !selected.includes(id))).toEqual([]);
      expect(differing).not.toEqual([]);
      figures.selected += selected.length;
      figures.differing += differing.length;
      git("commit", "--quiet", "--all", "--message", "changed");
      expect(await changedSince(given, "HEAD")).toEqual({ changed: [], removed: [] });
    },
    180_000,
  );
});
