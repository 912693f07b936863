import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { LandingZone } from "../../declaration/model";
import { writeJson } from "../../declaration/source/write-json";
import { UserError } from "../../declaration/user-error";
import { assertNothingLacking } from "../recovery/import-file";

/** The plan in a stack's directory. It holds the values Terraform plans with, secrets too: keep it as you keep a state. */
export const planFileName = "plan.tfplan";

/** What of a stack's directory goes with its plan: Terraform checks the lock file, the provider reads the assets. */
const planned = ["cdk.tf.json", "assets", ".terraform.lock.hcl", planFileName];
const manifestName = "landfall-plan.json";

const manifest = z.strictObject({
  version: z.literal(1),
  organization: z.string(),
  stack: z.string(),
  synthesis: z.string().describe("Hash of cdk.tf.json and the assets: the synthesis that was planned"),
});
export type SavedPlan = z.infer<typeof manifest>;

/**
 * Copies a planned stack to `<plans>/<stack>`, whole or not at all.
 * @param from the directory it was synthesised and planned in
 * @throws UserError when an interrupted run there may have left objects that the state lacks: the plan would make them anew
 */
export function savePlan(plans: string, zone: LandingZone, stack: string, from: string): void {
  assertNothingLacking(from, stack);
  mkdirSync(plans, { recursive: true });
  const staging = mkdtempSync(join(plans, ".saving-"));
  try {
    for (const name of planned.filter((entry) => existsSync(join(from, entry)))) {
      cpSync(join(from, name), join(staging, name), { recursive: true });
    }
    const saved: SavedPlan = {
      version: 1,
      organization: zone.organization.name,
      stack,
      synthesis: synthesisHash(staging),
    };
    writeJson(join(staging, manifestName), saved);
    rmSync(savedDirectory(plans, stack), { recursive: true, force: true });
    renameSync(staging, savedDirectory(plans, stack));
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

export function savedDirectory(plans: string, stack: string): string {
  return join(plans, stack);
}

/** The plans saved in a directory, by stack. @throws UserError when there are none, or one is not whole */
export function readSavedPlans(plans: string): ReadonlyMap<string, SavedPlan> {
  const names = existsSync(plans)
    ? readdirSync(plans).filter((name) => existsSync(join(plans, name, manifestName)))
    : [];
  if (names.length === 0) {
    throw new UserError(`no plan is saved in ${plans}`, "`landfall plan --save DIRECTORY` saves the plans it makes.");
  }
  return new Map(names.sort().map((name) => [name, readSavedPlan(plans, name)]));
}

function readSavedPlan(plans: string, name: string): SavedPlan {
  const directory = savedDirectory(plans, name);
  const saved = manifest.safeParse(parsed(readFileSync(join(directory, manifestName), "utf8")));
  const broken = (what: string): UserError =>
    new UserError(`the plan in ${directory} ${what}`, "Plan again: `landfall plan --save`.");
  if (!saved.success) throw broken("was not saved by this version of Landfall");
  if (saved.data.stack !== name) throw broken(`is of the stack ${saved.data.stack}`);
  if (!existsSync(join(directory, planFileName))) throw broken(`lacks ${planFileName}`);
  if (synthesisHash(directory) !== saved.data.synthesis) throw broken("was changed after it was saved");
  return saved.data;
}

/** Hash of what Terraform and the provider read of a synthesised stack. */
export function synthesisHash(directory: string): string {
  const hash = createHash("sha256");
  for (const file of ["cdk.tf.json", ...filesBelow(directory, "assets")]) {
    hash.update(`${file}\n`).update(
      createHash("sha256")
        .update(readFileSync(join(directory, file)))
        .digest(),
    );
  }
  return hash.digest("hex");
}

function filesBelow(directory: string, path: string): readonly string[] {
  if (!existsSync(join(directory, path))) return [];
  const entries = readdirSync(join(directory, path), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
