import { SsoadminCustomerManagedPolicyAttachment } from "@cdktf/provider-aws/lib/ssoadmin-customer-managed-policy-attachment";
import { SsoadminManagedPolicyAttachment } from "@cdktf/provider-aws/lib/ssoadmin-managed-policy-attachment";
import { SsoadminPermissionSet } from "@cdktf/provider-aws/lib/ssoadmin-permission-set";
import { SsoadminPermissionSetInlinePolicy } from "@cdktf/provider-aws/lib/ssoadmin-permission-set-inline-policy";
import { SsoadminPermissionsBoundaryAttachment } from "@cdktf/provider-aws/lib/ssoadmin-permissions-boundary-attachment";
import type { ITerraformDependable, TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { literal } from "../stack/literal";
import { resource } from "../stack/resource";

export type PermissionSets = ReadonlyMap<string, SsoadminPermissionSet>;

export function addPermissionSets(stack: TerraformStack, zone: LandingZone, instanceArn: string): PermissionSets {
  return new Map(
    Object.entries(zone.identity.permissionSets).map(([name, { description, sessionHours, relayState }]) => [
      name,
      resource(stack, SsoadminPermissionSet, name, {
        name,
        description,
        instanceArn,
        sessionDuration: `PT${sessionHours}H`,
        ...(relayState === undefined ? {} : { relayState }),
      }),
    ]),
  );
}

/**
 * What each permission set may do: AWS's policies, the accounts' own, one inline, and its boundary. All of it comes after the assignments: on the way down a
 * policy must be detached while the permission set still has its accounts (provider documentation of aws_ssoadmin_managed_policy_attachment, "With
 * Account Assignment"). The boundary comes first of all that grants, so that no role is there without it.
 */
export function addPermissions(
  stack: TerraformStack,
  zone: LandingZone,
  given: {
    readonly instanceArn: string;
    readonly permissionSets: PermissionSets;
    readonly assignments: ReadonlyMap<string, readonly ITerraformDependable[]>;
  },
): void {
  const { instanceArn } = given;
  const awsPolicy = (name: string): string => `arn:${zone.partition}:iam::aws:policy/${name}`;
  for (const [name, { arn: permissionSetArn }] of given.permissionSets) {
    const declared = zone.identity.permissionSets[name];
    if (declared === undefined) continue;
    const { managedPolicies, customerManagedPolicies, inlinePolicy, boundary } = declared;
    const set = { instanceArn, permissionSetArn };
    const after: ITerraformDependable[] = [...(given.assignments.get(name) ?? [])];
    if (boundary) {
      const permissionsBoundary =
        "managedPolicy" in boundary
          ? { managedPolicyArn: awsPolicy(boundary.managedPolicy) }
          : { customerManagedPolicyReference: boundary.customerManagedPolicy };
      after.push(
        resource(stack, SsoadminPermissionsBoundaryAttachment, name, {
          ...set,
          permissionsBoundary,
          dependsOn: [...after],
        }),
      );
    }
    const dependsOn = [...after];
    for (const policy of managedPolicies)
      resource(stack, SsoadminManagedPolicyAttachment, `${name}_${address(policy)}`, {
        ...set,
        managedPolicyArn: awsPolicy(policy),
        dependsOn,
      });
    for (const policy of customerManagedPolicies)
      resource(
        stack,
        SsoadminCustomerManagedPolicyAttachment,
        `${name}_${address(policy.path.slice(1) + policy.name)}`,
        {
          ...set,
          customerManagedPolicyReference: policy,
          dependsOn,
        },
      );
    if (inlinePolicy)
      resource(stack, SsoadminPermissionSetInlinePolicy, name, {
        ...set,
        inlinePolicy: literal(inlinePolicy),
        dependsOn,
      });
  }
}

function address(policy: string): string {
  return policy.replace(/[^A-Za-z0-9-]/g, "_");
}
