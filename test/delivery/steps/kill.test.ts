import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { build } from "esbuild";
import { loadZone } from "../../../declaration/load";
import { withIds } from "../../fixtures/ids";
import type { Death, Orders } from "./run-and-die";

const root = resolve(__dirname, "../../..");
const temporary = mkdtempSync(join(tmpdir(), "landfall-kill-"));
const program = join(temporary, "run-and-die.cjs");

beforeAll(async () => {
  const entryPoints = [join(__dirname, "run-and-die.ts")];
  await build({
    entryPoints,
    outfile: program,
    bundle: true,
    platform: "node",
    format: "cjs",
    minify: true,
    logLevel: "error",
  });
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const env = { ...process.env, NODE_COMPILE_CACHE: join(temporary, "compiled"), TMPDIR: temporary };

let worlds = 0;

/** A zone in which one account is there with all it can have, and an AWS in which nothing happened yet. */
function world(): string {
  const directory = join(temporary, `world-${worlds++}`);
  mkdirSync(directory);
  const zone = join(directory, "zone");
  cpSync(join(root, "test/zones/minimal"), zone, { recursive: true });
  const file = join(zone, "landing-zone.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace("  core: {}", "  core: {}\n  suspended: {}"));
  const { ids } = withIds(loadZone(zone));
  writeFileSync(join(zone, "ids.lock.json"), JSON.stringify({ version: 1, ids: Object.fromEntries(ids.entries()) }));
  return directory;
}

function run(orders: Orders): "killed" | "ended" {
  const { signal, status, stderr } = spawnSync(process.execPath, [program, JSON.stringify(orders)], { cwd: root, env });
  if (signal === "SIGKILL") return "killed";
  if (status !== 0) throw new Error(stderr.toString());
  return "ended";
}

/** Every file that is left, by its path. */
function files(directory: string): Readonly<Record<string, string>> {
  const paths = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const all = paths.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !/(effects|\.tmp)$/.test(path));
  return Object.fromEntries(all.map((path) => [path.slice(directory.length), readFileSync(path, "utf8")]).sort());
}

function effects(directory: string): readonly string[] {
  const file = join(directory, "effects");
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
}

interface Journey {
  readonly command: Orders["command"];
  /** Ids of its steps. */
  readonly steps: readonly string[];
}

/** Kills one run after the other, each at the next step, and lets a last one end. */
function killedAtEachStep({ command, steps }: Journey, when: Death["when"]): string {
  const directory = world();
  for (const step of steps) expect(run({ directory, command, death: { step, when }, looking: "on" })).toBe("killed");
  expect(run({ directory, command, looking: "on" })).toBe("ended");
  return directory;
}

const onboarding: Journey = { command: "onboard", steps: ["write-account-file", "allocate-range"] };
const offboarding: Journey = {
  command: "offboard",
  steps: [
    ...[
      "declare:suspended",
      "destroy:shop-payments",
      "detach:routing",
      "empty:shop",
      "destroy:shop",
      "detach:identity",
    ],
    ...["suspend:org", "close", "declare:closed", "forget:org", "release:range", "release:ids"],
  ],
};

describe.each([onboarding, offboarding])("$command, killed by SIGKILL", (journey) => {
  const { command, steps } = journey;
  let whole: string;
  beforeAll(() => {
    whole = world();
    expect(run({ directory: whole, command, looking: "on" })).toBe("ended");
  });

  test("uninterrupted, has each of its effects once, and once more none", () => {
    expect(effects(whole)).toEqual(steps);
    const left = files(whole);
    expect(run({ directory: whole, command, looking: "on" })).toBe("ended");
    expect(effects(whole)).toEqual(steps);
    expect(files(whole)).toEqual(left);
  });

  test.each(["before", "after"] as const)("%s each of its steps, goes on: every effect once, the same end", (when) => {
    const continued = killedAtEachStep(journey, when);
    expect(files(continued)).toEqual(files(whole));
    expect(effects(continued)).toEqual(steps);
  });

  test("in the middle of each of its steps, does the rest of it and ends the same", () => {
    const continued = killedAtEachStep(journey, "halfway");
    expect(files(continued)).toEqual(files(whole));
    expect(effects(continued)).toEqual(steps.flatMap((step) => [step, step]));
  });

  test("without its steps looking at the world, repeats what is done", () => {
    const directory = world();
    const last = steps.at(-1) ?? "";
    expect(run({ directory, command, death: { step: last, when: "before" }, looking: "on" })).toBe("killed");
    expect(run({ directory, command, looking: "off" })).toBe("ended");
    expect(effects(directory).slice(steps.length - 1)).toEqual(expect.arrayContaining([...steps]));
  });
});

test("what offboarding leaves of the account is its file", () => {
  const directory = world();
  run({ directory, command: "offboard", looking: "on" });
  const left = files(directory);
  expect(left["/zone/accounts/shop.yaml"]).toContain("status: closed");
  expect(left["/zone/ids.lock.json"]).not.toContain("shop");
  expect(left["/zone/addresses.lock.json"]).not.toContain("shop");
  expect(JSON.parse(left["/aws.json"] ?? "{}")).toEqual({
    unit: "suspended",
    state: "PENDING_CLOSURE",
    buckets: { state: [] },
    states: {
      org: ["aws_organizations_account.vault"],
      identity: ["aws_identitystore_group.team"],
      routing: ["aws_ec2_transit_gateway_route.blackhole--live"],
      shop: [],
      "shop-payments": [],
    },
  });
});
