import fs, { appendFileSync } from "node:fs";
import { join } from "node:path";
import { loadZone } from "../../../declaration/load";
import { statusOf, writeStatus } from "../../../delivery/offboard/account-status";
import { copyFormerZone } from "../../../delivery/offboard/former-zone";
import { planOffboarding } from "../../../delivery/offboard/plan";
import { offboardSteps } from "../../../delivery/offboard/steps";
import { onboardSteps } from "../../../delivery/onboarding/onboard-steps";
import { planOnboarding } from "../../../delivery/onboarding/plan-onboarding";
import { runSteps } from "../../../delivery/steps/run-steps";
import type { Step } from "../../../delivery/steps/step";
import { account, recordedWorld } from "./recorded-offboarding";

/** Where this process kills itself: around the effect of one step. */
export interface Death {
  readonly step: string;
  readonly when: "before" | "halfway" | "after";
}

/** What a run is told, as JSON in its only argument. */
export interface Orders {
  /** Holds `zone`, `aws.json`, and `effects`, a line for each effect begun. */
  readonly directory: string;
  readonly command: "onboard" | "offboard";
  readonly death?: Death | undefined;
  /** `off` switches off what makes the run resumable: no step looks whether it is done. */
  readonly looking: "on" | "off";
}

/** The account that is onboarded. */
const request = {
  name: "refunds",
  organizationalUnit: "apps/live",
  owner: "team",
  domain: "live",
  prefixLength: 24,
  budget: 10,
  access: { team: ["reader"] },
  service: "orders",
};

async function main({ directory, command, death, looking }: Orders): Promise<void> {
  const zone = join(directory, "zone");
  let current = "";
  const dieAt = (when: Death["when"]): void => {
    if (death?.step === current && death.when === when) process.kill(process.pid, "SIGKILL");
  };
  const recorded = (step: Step): Step => ({
    ...step,
    isDone: () => (looking === "on" ? step.isDone() : Promise.resolve(false)),
    perform: async () => {
      current = step.id;
      dieAt("before");
      appendFileSync(join(directory, "effects"), `${step.id}\n`);
      await step.perform();
      dieAt("after");
    },
  });
  dieBeforeRenames(zone, () => dieAt("halfway"));
  const steps = command === "onboard" ? onboarding(zone) : offboarding(directory, zone, () => dieAt("halfway"));
  await runSteps(steps.map(recorded), () => undefined);
}

function onboarding(zone: string): readonly Step[] {
  const choices = { zone: loadZone(zone), services: ["orders"] };
  return onboardSteps(zone, planOnboarding(zone, choices, request));
}

function offboarding(directory: string, zone: string, halfway: () => void): readonly Step[] {
  const former = loadZone(copyFormerZone(zone, (copy) => writeStatus(copy, account, "active")));
  const plan = planOffboarding(former, { name: account, close: true, declared: statusOf(zone, account) });
  return offboardSteps(plan, recordedWorld(directory, zone, halfway));
}

/** A file is written beside its place and moved there: in between is the middle. */
function dieBeforeRenames(directory: string, die: () => void): void {
  const rename = fs.renameSync;
  fs.renameSync = (from, to) => {
    if (String(to).startsWith(directory)) die();
    rename(from, to);
  };
}

void main(JSON.parse(process.argv[2] ?? "{}") as Orders);
