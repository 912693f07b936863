import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { UserError } from "../../../declaration/user-error";
import { planFileName, readSavedPlans, savePlan } from "../../../delivery/plan/saved-plan";
import { endRecovery, markLacking } from "../../../delivery/recovery/import-file";
import { sample } from "../../fixtures/zones";

/** A planned stack's directory, and one for saved plans. */
function planned() {
  const base = mkdtempSync(join(tmpdir(), "landfall-saved-"));
  const from = join(base, "network");
  mkdirSync(from);
  for (const name of ["cdk.tf.json", planFileName]) writeFileSync(join(from, name), "{}");
  return { from, plans: join(base, "plans") };
}

describe("saving a plan", () => {
  test("is refused while an interrupted run may have left objects, and the deployment named that recovers them", () => {
    const { from, plans } = planned();
    markLacking(from);
    const save = (): void => savePlan(plans, sample, "network", from);
    expect(save).toThrow(UserError);
    expect(save).toThrow(expect.objectContaining({ remedy: expect.stringContaining("`landfall deploy network`") }));
    expect(existsSync(plans)).toBe(false);
    endRecovery(from);
    save();
    expect([...readSavedPlans(plans).keys()]).toEqual(["network"]);
  });
});
