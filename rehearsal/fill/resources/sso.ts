import type { ServiceRows } from "../row";
import { standardTagging, verbs } from "../verbs";

/** Identity Center: moto 5.2.5 has permission sets and assignments, but no tags, provisioning status or permissions boundaries. */
export const sso: ServiceRows = {
  service: "sso",
  model: "sso-admin",
  tagging: {
    ...standardTagging,
    anyArn: true,
    atCreation: { CreatePermissionSet: "PermissionSet.PermissionSetArn" },
  },
  resources: [
    {
      resource: "permission set provisioning request",
      key: ["RequestId"],
      renames: { ProvisionPermissionSetRequestId: "RequestId", TargetId: "AccountId" },
      assigns: { RequestId: "{uuid}", Status: "SUCCEEDED", CreatedDate: "{now}" },
      operations: verbs(
        "create ProvisionPermissionSet>PermissionSetProvisioningStatus",
        "get DescribePermissionSetProvisioningStatus>PermissionSetProvisioningStatus",
      ),
    },
    {
      resource: "permissions boundary",
      key: ["InstanceArn", "PermissionSetArn"],
      operations: verbs(
        "put PutPermissionsBoundaryToPermissionSet; get GetPermissionsBoundaryForPermissionSet",
        "delete DeletePermissionsBoundaryFromPermissionSet",
      ),
    },
  ],
};
