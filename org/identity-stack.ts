import { DataAwsSsoadminInstances } from "@cdktf/provider-aws/lib/data-aws-ssoadmin-instances";
import { Fn, type TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { recordIds } from "../stack/record-ids";
import { resource } from "../stack/resource";
import { addAssignments } from "./assignments";
import { addGroups } from "./groups";
import { addPermissions, addPermissionSets } from "./permission-sets";

/**
 * Who may do what in which account, in IAM Identity Center. The instance itself is switched on by hand: no API creates
 * an organisation's instance (IAM Identity Center User Guide, "Enable IAM Identity Center").
 */
export function buildIdentity(stack: TerraformStack, zone: LandingZone): void {
  const instances = resource(stack, DataAwsSsoadminInstances, "identity-center", {});
  const instanceArn = Fn.element(instances.arns, 0);
  const groups = addGroups(stack, zone, Fn.element(instances.identityStoreIds, 0));
  const permissionSets = addPermissionSets(stack, zone, instanceArn);
  const assignments = addAssignments(stack, zone, { instanceArn, groups, permissionSets });
  addPermissions(stack, zone, { instanceArn, permissionSets, assignments });
  recordIds(stack, {});
}
