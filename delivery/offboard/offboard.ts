import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { loadZone } from "../../declaration/load";
import { awsWorld } from "./aws-world";
import type { OffboardOptions } from "./offboard-options";
import { checkDeclared, type OffboardPlan, planOffboarding } from "./plan";
import { copyFormerZone } from "./former-zone";
import { declaredAccounts, statusOf, writeStatus } from "./account-status";
import { offboardSteps } from "./steps";
import type { Step } from "../steps/step";

/** What retiring an account takes: the decision and the steps that perform it, each looked at when its turn comes. */
export interface Offboarding {
  readonly plan: OffboardPlan;
  readonly steps: readonly Step[];
  /** In which the steps ask AWS. */
  readonly region: string;
  /** Removes the copy of the zone that destroying needs. */
  dispose(): void;
}

/**
 * @throws DeclarationError when the zone does not validate
 * @throws UserError for an account that is not declared, or cannot leave
 */
export function prepareOffboarding(options: OffboardOptions): Offboarding {
  const { zoneDirectory, name, close } = options;
  checkDeclared(
    name,
    declaredAccounts(zoneDirectory).map((account) => account.name),
  );
  loadZone(zoneDirectory);
  const formerDirectory = copyFormerZone(zoneDirectory, (copy) => writeStatus(copy, name, "active"));
  const dispose = (): void => rmSync(dirname(formerDirectory), { recursive: true, force: true });
  try {
    const former = loadZone(formerDirectory);
    const plan = planOffboarding(former, { name, close, declared: statusOf(zoneDirectory, name) });
    const steps = offboardSteps(plan, awsWorld(options, plan, { zone: former, directory: formerDirectory }));
    return { plan, steps, region: former.regions.home, dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}
