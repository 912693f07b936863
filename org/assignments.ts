import { SsoadminAccountAssignment } from "@cdktf/provider-aws/lib/ssoadmin-account-assignment";
import type { ITerraformDependable, TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { resource } from "../stack/resource";
import type { Groups } from "./groups";
import type { PermissionSets } from "./permission-sets";

/** Assigns each account's groups their permission sets there; permission set → its assignments. */
export function addAssignments(
  stack: TerraformStack,
  zone: LandingZone,
  given: { readonly instanceArn: string; readonly groups: Groups; readonly permissionSets: PermissionSets },
): ReadonlyMap<string, readonly ITerraformDependable[]> {
  const byPermissionSet = new Map<string, ITerraformDependable[]>();
  for (const account of zone.accounts) {
    for (const [groupName, names] of Object.entries(account.access)) {
      for (const name of names) {
        const group = given.groups.get(groupName);
        const permissionSet = given.permissionSets.get(name);
        if (group === undefined || permissionSet === undefined) {
          throw new Error(`${account.name} gives ${groupName} the undeclared permission set ${name}`);
        }
        const assignment = resource(stack, SsoadminAccountAssignment, `${account.name}_${groupName}_${name}`, {
          instanceArn: given.instanceArn,
          permissionSetArn: permissionSet.arn,
          principalType: "GROUP",
          principalId: group.groupId,
          targetType: "AWS_ACCOUNT",
          targetId: zone.ids.get(`account/${account.name}`),
        });
        byPermissionSet.set(name, [...(byPermissionSet.get(name) ?? []), assignment]);
      }
    }
  }
  return byPermissionSet;
}
