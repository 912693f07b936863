import { create, get, put, remove, standardTagging } from "../row";
import type { ServiceRows } from "../row";

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
      operations: {
        ProvisionPermissionSet: create("PermissionSetProvisioningStatus"),
        DescribePermissionSetProvisioningStatus: get("PermissionSetProvisioningStatus"),
      },
    },
    {
      resource: "permissions boundary",
      key: ["InstanceArn", "PermissionSetArn"],
      operations: {
        PutPermissionsBoundaryToPermissionSet: put(),
        GetPermissionsBoundaryForPermissionSet: get(),
        DeletePermissionsBoundaryFromPermissionSet: remove(),
      },
    },
  ],
};
