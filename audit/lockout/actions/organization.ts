import { row, type TypeActions } from "./row";

/** Organizations, Identity Center and budgets: the management account's own, which no policy binds; its member accounts may be delegated to. */
export const organizationActions: Readonly<Record<string, TypeActions>> = {
  aws_budgets_budget: row("budgets", {
    create: "ModifyBudget TagResource",
    read: "ViewBudget ListTagsForResource",
    update: "ModifyBudget TagResource UntagResource",
    delete: "ModifyBudget",
  }),
  aws_identitystore_group: row("identitystore", {
    create: "CreateGroup",
    read: "DescribeGroup",
    update: "UpdateGroup",
    delete: "DeleteGroup",
  }),
  aws_organizations_account: row("organizations", {
    create: "CreateAccount DescribeCreateAccountStatus MoveAccount TagResource iam:CreateServiceLinkedRole",
    read: "DescribeAccount ListParents ListTagsForResource",
    update: "MoveAccount TagResource UntagResource account:PutAccountName",
    delete: "RemoveAccountFromOrganization",
  }),
  aws_organizations_delegated_administrator: row("organizations", {
    create: "RegisterDelegatedAdministrator",
    read: "ListDelegatedAdministrators",
    delete: "DeregisterDelegatedAdministrator",
  }),
  aws_organizations_organization: row("organizations", {
    create: "CreateOrganization EnableAWSServiceAccess EnablePolicyType iam:CreateServiceLinkedRole",
    read: "DescribeOrganization ListAWSServiceAccessForOrganization ListAccounts ListRoots",
    update: "EnableAWSServiceAccess DisableAWSServiceAccess EnablePolicyType DisablePolicyType",
    delete: "DeleteOrganization",
  }),
  aws_organizations_organizational_unit: row("organizations", {
    create: "CreateOrganizationalUnit TagResource",
    read: "DescribeOrganizationalUnit ListAccountsForParent ListParents ListTagsForResource",
    update: "UpdateOrganizationalUnit TagResource UntagResource",
    delete: "DeleteOrganizationalUnit",
  }),
  aws_organizations_policy: row("organizations", {
    create: "CreatePolicy TagResource",
    read: "DescribePolicy ListTagsForResource",
    update: "UpdatePolicy TagResource UntagResource",
    delete: "DeletePolicy",
  }),
  aws_organizations_policy_attachment: row("organizations", {
    create: "AttachPolicy",
    read: "ListTargetsForPolicy",
    delete: "DetachPolicy",
  }),
  aws_ssoadmin_account_assignment: row("sso", {
    create: "CreateAccountAssignment DescribeAccountAssignmentCreationStatus",
    read: "ListAccountAssignments",
    delete: "DeleteAccountAssignment DescribeAccountAssignmentDeletionStatus",
  }),
  aws_ssoadmin_managed_policy_attachment: row("sso", {
    create: "AttachManagedPolicyToPermissionSet ProvisionPermissionSet DescribePermissionSetProvisioningStatus",
    read: "ListManagedPoliciesInPermissionSet",
    delete: "DetachManagedPolicyFromPermissionSet ProvisionPermissionSet DescribePermissionSetProvisioningStatus",
  }),
  aws_ssoadmin_permission_set: row("sso", {
    create: "CreatePermissionSet TagResource",
    read: "DescribePermissionSet ListTagsForResource",
    update:
      "UpdatePermissionSet ProvisionPermissionSet DescribePermissionSetProvisioningStatus TagResource UntagResource",
    delete: "DeletePermissionSet",
  }),
};
