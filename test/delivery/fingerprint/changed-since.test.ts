import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readZoneFrom } from "../../../declaration/load";
import type { LandingZone } from "../../../declaration/model";
import { projectAt } from "../../../declaration/project";
import { readDirectory } from "../../../declaration/source/read-directory";
import { stacksOf } from "../../../declaration/stacks";
import { changedSince } from "../../../delivery/fingerprint/changed-since";
import type { Changes } from "../../../delivery/fingerprint/compare";
import { withIds } from "../../fixtures/ids";

const root = resolve(__dirname, "../../..");
const scratch = mkdtempSync(join(tmpdir(), "landfall-since-"));
const repository = join(scratch, "project");
const zoneDirectory = join(repository, "infra/zone");
const projectDirectory = join(repository, "infra");

function git(...args: readonly string[]): string {
  const identity = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
  return execFileSync("git", [...identity, ...args], { cwd: repository, encoding: "utf8" });
}

function write(file: string, text: string): void {
  const path = join(projectDirectory, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(join(projectDirectory, file), "utf8");
  expect(text).toContain(from);
  write(file, text.replace(from, to));
}

function commit(tag: string): void {
  git("add", "--all");
  git("commit", "--quiet", "--allow-empty", "--message", tag);
  git("tag", tag);
}

function zoneNow(): LandingZone {
  const result = readZoneFrom(readDirectory(zoneDirectory));
  if ("zone" in result) return result.zone;
  throw new Error(result.problems.map(({ message }) => message).join("\n"));
}

function since(revision: string): Promise<Changes> {
  const project = projectAt(projectDirectory);
  return changedSince({ zone: zoneNow(), directory: zoneDirectory, project }, revision);
}

const ids = ({ changed }: Changes): readonly string[] => changed.map(({ spec }) => spec.id).sort();
const everyStack = (): readonly string[] =>
  stacksOf(zoneNow())
    .map(({ id }) => id)
    .sort();

/** A lock file in which `landfall` needs `cdktf`, a package of the repository needs `money`, and a test tool needs something else. */
function lock(versions: Readonly<Record<"landfall" | "cdktf" | "jest" | "money", string>>): string {
  const entry = (version: string, dependencies: object): object => ({
    version,
    integrity: `sha512-${version}`,
    dependencies,
  });
  return JSON.stringify({
    lockfileVersion: 3,
    packages: {
      "": { dependencies: { landfall: "*" }, devDependencies: { jest: "*" } },
      "node_modules/landfall": entry(versions.landfall, { cdktf: "*" }),
      "node_modules/landfall/node_modules/cdktf": entry(versions.cdktf, {}),
      "node_modules/jest": entry(versions.jest, {}),
      "node_modules/@team/prices": { resolved: "packages/prices", link: true },
      "packages/prices": { name: "@team/prices", dependencies: { money: "*" } },
      "packages/prices/node_modules/money": entry(versions.money, {}),
    },
  });
}

/** A team's own project two folders down in its repository: a zone of one service, and Landfall as a package. */
beforeAll(() => {
  mkdirSync(zoneDirectory, { recursive: true });
  git("init", "--quiet");
  commit("before-there-was-a-zone");
  write("zone/landing-zone.yaml", "organization: [\n");
  write("cdktf.json", '{ "language": "typescript", "app": "npx tsx main.ts" }\n');
  commit("broken");
  cpSync(join(root, "test/zones/minimal"), zoneDirectory, { recursive: true });
  edit("zone/accounts/shop.yaml", "name: payments", "name: wares");
  write(
    "services/wares/service.ts",
    'import { defineService } from "landfall/service";\nimport "../shared";\nimport "@team/prices";\nexport default defineService({});\n',
  );
  write(
    "services/wares/handlers/getWare.ts",
    'import type { Handle } from "landfall/runtime";\nexport const getWare: Handle = () => ({});\n',
  );
  write("services/wares/openapi.yaml", "openapi: 3.1.0\n");
  write("services/shared.ts", "export const shared = 1;\n");
  write("main.ts", 'import { landfall } from "landfall";\nlandfall();\n');
  write("package-lock.json", lock({ landfall: "1.0.0", cdktf: "0.21.0", jest: "30.0.0", money: "7.0.0" }));
  write("packages/prices/lib/index.ts", "export const price = 1;\n");
  write("packages/prices/package.json", '{ "name": "@team/prices", "main": "dist/index.js" }\n');
  write("packages/stock/index.ts", "export const stock = 1;\n");
  write(".gitignore", "dist/\nnode_modules/\n");
  const zone = withIds(zoneNow());
  write("zone/ids.lock.json", JSON.stringify({ version: 1, ids: Object.fromEntries(zone.ids.entries()) }));
  commit("base");
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("the stacks that changed since a revision", () => {
  test("are none where nothing did, and git finds its repository as it was", async () => {
    const index = readFileSync(join(repository, ".git/index"));
    expect(await since("base")).toEqual({ changed: [], removed: [] });
    expect(readFileSync(join(repository, ".git/index"))).toEqual(index);
    expect(git("status", "--porcelain")).toBe("");
    expect(git("worktree", "list").trim().split("\n")).toHaveLength(1);
  });

  /** File, text, what it becomes, and the stacks that changed. */
  const edits: readonly (readonly [string, string, string, readonly string[] | "all"])[] = [
    ["zone/accounts/shop.yaml", "monthlyUsd: 10", "monthlyUsd: 20", ["org"]],
    ["zone/accounts/shop.yaml", "stage: live", "stage: late", ["org", "shop", "shop-wares"]],
    ["zone/landing-zone.yaml", "retentionDays: 60", "retentionDays: 61", ["logs"]],
    ["zone/landing-zone.yaml", "live: { talksTo: [test]", "live: { egress: true, talksTo: [test]", ["routing", "shop"]],
    ["zone/landing-zone.yaml", "github: { owner: tiny }", "github: { owner: other }", ["shop"]],
    ["services/wares/openapi.yaml", "3.1.0", "3.1.1", ["shop-wares"]],
    ["services/wares/handlers/getWare.ts", "({})", "({ status: 200 })", ["shop-wares"]],
    ["services/shared.ts", "1", "2", ["shop-wares"]],
    ["main.ts", "landfall();", "landfall(process.env);", "all"],
    ["cdktf.json", "npx tsx", "npx --no-install tsx", "all"],
    ["package-lock.json", '"1.0.0"', '"1.0.1"', "all"],
    ["package-lock.json", '"0.21.0"', '"0.21.1"', "all"],
    ["package-lock.json", '"30.0.0"', '"30.0.1"', []],
    ["package-lock.json", '"7.0.0"', '"7.0.1"', ["shop-wares"]],
    ["packages/prices/lib/index.ts", "1", "2", ["shop-wares"]],
    ["packages/prices/package.json", "dist/", "dist/lib/", ["shop-wares"]],
    ["packages/stock/index.ts", "1", "2", []],
  ];
  test.each(edits)("after an edit of %s from %s to %s are those it touches", async (file, from, to, expected) => {
    edit(file, from, to);
    try {
      expect(ids(await since("base"))).toEqual(expected === "all" ? everyStack() : expected);
    } finally {
      git("checkout", "--quiet", "base", "--", ".");
    }
  });

  test("come with what changed in them", async () => {
    edit("zone/accounts/shop.yaml", "monthlyUsd: 10", "monthlyUsd: 20");
    edit("zone/ids.lock.json", '"organization":"', '"organization":"o-another');
    edit("services/shared.ts", "1", "2");
    const changes = await since("base");
    git("checkout", "--quiet", "base", "--", ".");
    const reasons = Object.fromEntries(changes.changed.map(({ spec, reasons }) => [spec.id, reasons]));
    expect(reasons["org"]).toEqual([{ kind: "zone", what: ["accounts.shop.budget.monthlyUsd"] }]);
    expect(reasons["logs"]).toEqual([{ kind: "ids", what: ["organization"] }]);
    expect(reasons["shop-wares"]).toEqual([{ kind: "code", what: ["services/shared.ts"] }]);
    expect(reasons["identity"]).toBeUndefined();
  });

  test("are not those for what is built or installed in a linked package, but are for a file that is new there", async () => {
    write("packages/prices/dist/index.js", "exports.price = 1;\n");
    write("packages/prices/node_modules/money/index.js", "exports.money = 1;\n");
    const built = await since("base");
    write("packages/prices/lib/vat.ts", "export const vat = 1;\n");
    const { changed } = await since("base");
    rmSync(join(projectDirectory, "packages/prices"), { recursive: true });
    git("checkout", "--quiet", "base", "--", ".");
    expect(ids(built)).toEqual([]);
    expect(changed.map(({ spec, reasons }) => [spec.id, reasons])).toEqual([
      ["shop-wares", [{ kind: "code", what: ["packages/prices/lib/vat.ts"] }]],
    ]);
  });

  test.each(["../../elsewhere", "packages/gone"])(
    "are always those that link to %s, which git does not hold",
    async (link) => {
      mkdirSync(join(scratch, "elsewhere"), { recursive: true });
      writeFileSync(join(scratch, "elsewhere/index.ts"), "export const price = 1;\n");
      const tag = `linked${link.replace(/\W+/g, "-")}`;
      edit("package-lock.json", '"resolved":"packages/prices"', `"resolved":"${link}"`);
      commit(tag);
      const changes = await since(tag);
      git("checkout", "--quiet", "base", "--", ".");
      expect(ids(changes)).toEqual(["shop-wares"]);
    },
  );

  test("are the new ones as well, and those no longer declared are told apart", async () => {
    write(
      "zone/accounts/stall.yaml",
      "name: stall\norganizationalUnit: apps/live\nowner: team\nservice: { name: wares }\n",
    );
    rmSync(join(zoneDirectory, "accounts/shop.yaml"));
    const { ids: locked, ...lock } = JSON.parse(readFileSync(join(zoneDirectory, "ids.lock.json"), "utf8"));
    delete locked["attachment/shop"];
    write("zone/ids.lock.json", JSON.stringify({ ...lock, ids: locked }));
    const { changed, removed } = await since("base");
    rmSync(join(zoneDirectory, "accounts/stall.yaml"));
    git("checkout", "--quiet", "base", "--", ".");
    const fresh = changed
      .filter(({ reasons }) => reasons.some(({ kind }) => kind === "new"))
      .map(({ spec }) => spec.id);
    expect(fresh).toEqual(["stall", "stall-wares"]);
    expect(removed).toEqual(["shop", "shop-wares"]);
  });

  test.each([
    ["before-there-was-a-zone", /the zone was not there/],
    ["broken", /its zone does not load: .*landing-zone.yaml:/],
  ])("are all of them where %s cannot be compared, and say why", async (revision, why) => {
    const changes = await since(revision);
    expect(ids(changes)).toEqual(everyStack());
    expect(changes.changed[0]?.reasons).toEqual([{ kind: "unknown", why: expect.stringMatching(why) }]);
  });

  test("are not known while the code does not parse", async () => {
    edit("services/shared.ts", "= 1", "= (");
    try {
      await expect(since("base")).rejects.toThrow(/code cannot be read: .*services\/shared\.ts:1:/);
    } finally {
      git("checkout", "--quiet", "base", "--", ".");
    }
  });

  test("are not known for a revision that does not exist, or outside of a repository", async () => {
    await expect(since("no-such-branch")).rejects.toThrow("the repository has no revision no-such-branch");
    await expect(since("--all")).rejects.toThrow("the repository has no revision --all");
    const outside = join(scratch, "outside");
    cpSync(zoneDirectory, outside, { recursive: true });
    const given = { zone: zoneNow(), directory: outside, project: projectAt(projectDirectory) };
    await expect(changedSince(given, "HEAD")).rejects.toThrow("is in no git repository");
  });
});
