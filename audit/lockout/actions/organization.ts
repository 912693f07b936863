import { row, type TypeActions } from "./row";

/** Organizations, Identity Center and budgets: the management account's own, which no policy binds; its member accounts may be delegated to. */
export const organizationActions: Readonly<Record<string, TypeActions>> = {
  aws_bcmdataexports_export: row("bcm-data-exports", {
    create: "CreateExport TagResource cur:PutReportDefinition",
    read: "GetExport ListTagsForResource",
    update: "UpdateExport TagResource UntagResource",
    delete: "DeleteExport",
  }),
  aws_budgets_budget: row("budgets", {
    create: "ModifyBudget TagResource",
    read: "ViewBudget ListTagsForResource",
    update: "ModifyBudget TagResource UntagResource",
    delete: "ModifyBudget",
  }),
  aws_ce_anomaly_monitor: row("ce", {
    create: "CreateAnomalyMonitor TagResource",
    read: "GetAnomalyMonitors ListTagsForResource",
    update: "UpdateAnomalyMonitor TagResource UntagResource",
    delete: "DeleteAnomalyMonitor",
  }),
  aws_ce_anomaly_subscription: row("ce", {
    create: "CreateAnomalySubscription TagResource",
    read: "GetAnomalySubscriptions ListTagsForResource",
    update: "UpdateAnomalySubscription TagResource UntagResource",
    delete: "DeleteAnomalySubscription",
  }),
  aws_ce_cost_allocation_tag: row("ce", {
    create: "UpdateCostAllocationTagsStatus",
    read: "ListCostAllocationTags",
    update: "UpdateCostAllocationTagsStatus",
    delete: "UpdateCostAllocationTagsStatus",
  }),
  aws_iam_organizations_features: row("iam", {
    create: "EnableOrganizationsRootCredentialsManagement EnableOrganizationsRootSessions",
    read: "ListOrganizationsFeatures",
    update:
      "EnableOrganizationsRootCredentialsManagement EnableOrganizationsRootSessions DisableOrganizationsRootCredentialsManagement DisableOrganizationsRootSessions",
    delete: "DisableOrganizationsRootCredentialsManagement DisableOrganizationsRootSessions",
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
  aws_ssoadmin_customer_managed_policy_attachment: row("sso", {
    create:
      "AttachCustomerManagedPolicyReferenceToPermissionSet ProvisionPermissionSet DescribePermissionSetProvisioningStatus",
    read: "ListCustomerManagedPolicyReferencesInPermissionSet",
    delete:
      "DetachCustomerManagedPolicyReferenceFromPermissionSet ProvisionPermissionSet DescribePermissionSetProvisioningStatus",
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
  aws_ssoadmin_permission_set_inline_policy: row("sso", {
    create: "PutInlinePolicyToPermissionSet ProvisionPermissionSet DescribePermissionSetProvisioningStatus",
    read: "GetInlinePolicyForPermissionSet",
    update: "PutInlinePolicyToPermissionSet ProvisionPermissionSet DescribePermissionSetProvisioningStatus",
    delete: "DeleteInlinePolicyFromPermissionSet ProvisionPermissionSet DescribePermissionSetProvisioningStatus",
  }),
  aws_ssoadmin_permissions_boundary_attachment: row("sso", {
    create: "PutPermissionsBoundaryToPermissionSet ProvisionPermissionSet DescribePermissionSetProvisioningStatus",
    read: "GetPermissionsBoundaryForPermissionSet",
    delete: "DeletePermissionsBoundaryFromPermissionSet ProvisionPermissionSet DescribePermissionSetProvisioningStatus",
  }),
};
