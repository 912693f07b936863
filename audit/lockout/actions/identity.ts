import { row, type TypeActions } from "./row";

/** Roles and policies of an account. */
export const identityActions: Readonly<Record<string, TypeActions>> = {
  aws_iam_openid_connect_provider: row("iam", {
    create: "CreateOpenIDConnectProvider TagOpenIDConnectProvider",
    read: "GetOpenIDConnectProvider",
    update:
      "AddClientIDToOpenIDConnectProvider RemoveClientIDFromOpenIDConnectProvider UpdateOpenIDConnectProviderThumbprint",
    delete: "DeleteOpenIDConnectProvider",
  }),
  aws_iam_policy: row("iam", {
    create: "CreatePolicy TagPolicy",
    read: "GetPolicy GetPolicyVersion",
    update: "CreatePolicyVersion DeletePolicyVersion ListPolicyVersions TagPolicy UntagPolicy",
    delete: "DeletePolicy DeletePolicyVersion ListPolicyVersions",
  }),
  aws_iam_role: row("iam", {
    create: "CreateRole TagRole",
    read: "GetRole ListRolePolicies ListAttachedRolePolicies",
    update: "UpdateAssumeRolePolicy UpdateRole UpdateRoleDescription PutRolePermissionsBoundary TagRole UntagRole",
    delete: "DeleteRole ListInstanceProfilesForRole",
  }),
  aws_iam_role_policy: row("iam", {
    create: "PutRolePolicy",
    read: "GetRolePolicy",
    update: "PutRolePolicy",
    delete: "DeleteRolePolicy",
  }),
  aws_iam_role_policy_attachment: row("iam", {
    create: "AttachRolePolicy",
    read: "ListAttachedRolePolicies",
    delete: "DetachRolePolicy",
  }),
  aws_iam_service_linked_role: row("iam", {
    create: "CreateServiceLinkedRole",
    read: "GetRole",
    update: "UpdateRole",
    delete: "DeleteServiceLinkedRole GetServiceLinkedRoleDeletionStatus",
  }),
};
