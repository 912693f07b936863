import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { knownServices, loadZone } from "../../../declaration/load";
import { onboardSteps } from "../../../delivery/onboarding/onboard-steps";
import { planOnboarding } from "../../../delivery/onboarding/plan-onboarding";
import { runSteps } from "../../../delivery/steps/run-steps";
import type { Step } from "../../../delivery/steps/step";
import { captured } from "../../cli/captured";

const root = resolve(__dirname, "../../..");
const temporary = mkdtempSync(join(tmpdir(), "landfall-killed-"));
const hook = join(temporary, "die.cjs");
const name = "refunds-dev";
const options = ["--ou", "workloads/nonprod", "--owner", "payments", "--domain", "nonprod"];

/** Kills the process right before the n-th call that changes a file of the zone. */
const dieBeforeWrite = `
const fs = require("node:fs");
let count = 0;
for (const name of ["writeFileSync", "renameSync"]) {
  const real = fs[name];
  fs[name] = (...args) => {
    if (String(args[0]).startsWith(process.env.DIE_IN) && ++count === Number(process.env.DIE_AT)) process.kill(process.pid, "SIGKILL");
    return real(...args);
  };
}
`;

beforeAll(() => writeFileSync(hook, dieBeforeWrite));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

function copyOfZone(): string {
  const zone = mkdtempSync(join(temporary, "zone-"));
  cpSync(join(root, "zone"), zone, { recursive: true });
  return zone;
}

/** Runs the program itself. @returns the signal that ended it, null when it ended by itself */
function onboardToDie(zone: string, at: number): NodeJS.Signals | null {
  const args = ["--require", hook, "landfall.mjs", "onboard", name, ...options, "--zone", zone];
  const env = { ...process.env, DIE_IN: zone, DIE_AT: String(at) };
  return spawnSync(process.execPath, args, { cwd: root, env }).signal;
}

/** Every file of the zone but the hidden ones, which count for nothing. */
function files(zone: string): Readonly<Record<string, string>> {
  const entries = readdirSync(zone, { recursive: true, withFileTypes: true });
  const visible = entries.filter((entry) => entry.isFile() && !entry.name.startsWith("."));
  const paths = visible.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(zone.length), readFileSync(path, "utf8")]));
}

describe("onboarding, killed by SIGKILL", () => {
  let whole: Readonly<Record<string, string>>;
  beforeAll(async () => {
    const zone = copyOfZone();
    await captured("onboard", name, ...options, "--zone", zone);
    whole = files(zone);
  });

  test.each([
    [1, "before it writes anything"],
    [2, "with the account's file written beside its place"],
    [3, "between the account's file and its range"],
    [4, "with the range written beside its place"],
  ])("at write %i, %s, leaves a zone that validates, and the next run ends the same", async (at) => {
    const zone = copyOfZone();
    expect(onboardToDie(zone, at)).toBe("SIGKILL");
    expect(await captured("validate", "--zone", zone)).toMatchObject({ code: 0 });
    expect(files(zone)).not.toEqual(whole);
    expect(await captured("onboard", name, ...options, "--zone", zone)).toMatchObject({ code: 0 });
    expect(files(zone)).toEqual(whole);
  });

  test("has no fifth write to be killed at", () => {
    const zone = copyOfZone();
    expect(onboardToDie(zone, 5)).toBeNull();
    expect(files(zone)).toEqual(whole);
  });

  test("goes on where it was, and without looking would not", async () => {
    const performedFrom = async (look: (step: Step) => boolean | undefined): Promise<readonly string[]> => {
      const zone = copyOfZone();
      const choices = { zone: loadZone(zone), services: knownServices()?.names ?? [] };
      const request = { name, organizationalUnit: "workloads/nonprod", owner: "payments", domain: "nonprod" };
      const steps = onboardSteps(zone, planOnboarding(zone, choices, request));
      await steps[0]?.perform();
      const looking = steps.map((step): Step => {
        const answer = look(step);
        return answer === undefined ? step : { ...step, isDone: () => Promise.resolve(answer) };
      });
      return (await runSteps(looking, () => undefined)).performed;
    };
    expect(await performedFrom(() => undefined)).toEqual(["allocate-range"]);
    expect(await performedFrom(() => true)).toEqual([]);
    expect(await performedFrom(() => false)).toEqual(["write-account-file", "allocate-range"]);
  });
});
