import { SsoadminManagedPolicyAttachment } from "@cdktf/provider-aws/lib/ssoadmin-managed-policy-attachment";
import { SsoadminPermissionSet } from "@cdktf/provider-aws/lib/ssoadmin-permission-set";
import type { ITerraformDependable, TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { resource } from "../stack/resource";

export type PermissionSets = ReadonlyMap<string, SsoadminPermissionSet>;

export function addPermissionSets(stack: TerraformStack, zone: LandingZone, instanceArn: string): PermissionSets {
  return new Map(
    Object.entries(zone.identity.permissionSets).map(([name, { description, sessionHours }]) => [
      name,
      resource(stack, SsoadminPermissionSet, name, {
        name,
        description,
        instanceArn,
        sessionDuration: `PT${sessionHours}H`,
      }),
    ]),
  );
}

/**
 * Attaches AWS's policies to the permission sets, after the assignments: on the way down a policy must be detached while
 * the permission set still has its accounts (provider documentation of aws_ssoadmin_managed_policy_attachment, "With
 * Account Assignment").
 */
export function attachManagedPolicies(
  stack: TerraformStack,
  zone: LandingZone,
  given: {
    readonly instanceArn: string;
    readonly permissionSets: PermissionSets;
    readonly assignments: ReadonlyMap<string, readonly ITerraformDependable[]>;
  },
): void {
  for (const [name, permissionSet] of given.permissionSets) {
    for (const policy of zone.identity.permissionSets[name]?.managedPolicies ?? []) {
      resource(stack, SsoadminManagedPolicyAttachment, `${name}_${policy.replace(/[^A-Za-z0-9-]/g, "_")}`, {
        instanceArn: given.instanceArn,
        permissionSetArn: permissionSet.arn,
        managedPolicyArn: `arn:${zone.partition}:iam::aws:policy/${policy}`,
        dependsOn: [...(given.assignments.get(name) ?? [])],
      });
    }
  }
}
