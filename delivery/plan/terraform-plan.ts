import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../child-environment";
import { type PlannedChange, plannedChanges } from "../planned-change";
import { runTerraform } from "../run-terraform";
import { errorsIn } from "../terraform-output";

/** What Terraform planned for one stack. */
export interface TerraformPlan {
  readonly changes: readonly PlannedChange[];
  /** Resource types the stack declares. */
  readonly types: readonly string[];
  /** Terraform's errors when it could not plan; the changes are empty then. */
  readonly errors: readonly string[];
}

/**
 * Plans a stack whose directory is initialised, without locking its state: a plan only reads, and Terraform refuses to apply
 * one whose state has moved on.
 * @param planFile name of the file in the stack's directory that receives the plan
 */
export async function terraformPlan(
  stack: string,
  directory: string,
  environment: Environment,
  planFile: string,
  stop?: AbortSignal,
): Promise<TerraformPlan> {
  const types = resourceTypes(join(directory, "cdk.tf.json"));
  const failed = (output: string): TerraformPlan => ({ changes: [], types, errors: errorsIn(output.split("\n")) });
  const settings = ["-input=false", "-no-color", "-lock=false", "-detailed-exitcode"];
  const plan = await runTerraform(["plan", ...settings, `-out=${planFile}`], directory, environment, stop);
  if (plan.code === exitCodes.noChange) return { changes: [], types, errors: [] };
  if (plan.code !== exitCodes.changes) return failed(plan.output);
  const shown = await runTerraform(["show", "-json", planFile], directory, environment, stop);
  if (shown.code !== 0) return failed(shown.output);
  return { changes: plannedChanges(stack, shown.stdout), types, errors: [] };
}

/** Terraform docs, `terraform plan`, -detailed-exitcode. */
const exitCodes = { noChange: 0, changes: 2 } as const;

function resourceTypes(file: string): readonly string[] {
  const content: unknown = JSON.parse(readFileSync(file, "utf8"));
  const resources: unknown =
    typeof content === "object" && content !== null ? Reflect.get(content, "resource") : undefined;
  return typeof resources === "object" && resources !== null ? Object.keys(resources) : [];
}
