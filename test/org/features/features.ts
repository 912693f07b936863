import type { ManagementPolicyKind } from "../../../declaration/management-policies";
import type { LandingZone } from "../../../declaration/model";
import type { Feature, Toggle } from "../../network/features/features";

const toggles = "test/org/features/toggles.test.ts";
const org = "test/org/org-stack.test.ts";
const policies = "test/org/policies.test.ts";
const identity = "test/org/identity-stack.test.ts";
const emergencies = "test/accounts/break-glass.test.ts";
const costs = "test/org/costs-stack.test.ts";

const policy = (name: string, type: ManagementPolicyKind): Feature => ({
  name,
  declared: `\`policies\`, type \`${type}\``,
  stacks: "`org`",
  files: ["org/policies.ts", "declaration/management-policies.ts"],
  tests: [policies, toggles],
  kind: "stored",
});

export const organizationFeatures: readonly Feature[] = [
  {
    name: "Service and resource control policies",
    declared: "`guardrails`",
    stacks: "`org`",
    files: ["org/guardrails.ts", "policies/attached.ts"],
    tests: [org],
    kind: "behaves",
  },
  policy("Tag policies", "tag"),
  policy("Backup policies", "backup"),
  policy("Opt-out of AI services", "ai-opt-out"),
  policy("Declarative policies for EC2", "ec2"),
  policy("Policies for chat applications", "chat"),
  {
    name: "Trusted access and delegated administrators, one table",
    declared: "always, and with what needs them",
    stacks: "`org`",
    files: ["declaration/trusted-services.ts", "org/delegation.ts"],
    tests: [org, "test/org/delegation.test.ts"],
    kind: "stored",
  },
  {
    name: "Central management of members' root users",
    declared: "`organization.rootAccess`",
    stacks: "`org`",
    files: ["org/root-access.ts"],
    tests: ["test/org/delegation.test.ts", toggles],
    kind: "stored",
  },
  {
    name: "Alternate contacts",
    declared: "an account's `contacts`",
    stacks: "`org`",
    files: ["org/contacts.ts"],
    tests: [org],
    kind: "stored",
  },
  {
    name: "Closing an account with its file",
    declared: "an account's `closeOnRemoval`",
    stacks: "`org`",
    files: ["org/accounts.ts"],
    tests: [toggles],
    kind: "stored",
  },
  {
    name: "Suspended accounts do nothing",
    declared: "`organizationalUnits.suspended`, an account's `status`",
    stacks: "`org`",
    files: ["policies/catalogue/foundations/deny-everything.ts", "declaration/check/quarantine.ts"],
    tests: ["test/policies/catalogue/claims.test.ts", "test/declaration/broken-declarations.test.ts"],
    kind: "behaves",
  },
  {
    name: "Quarantine of accounts that appear at the root",
    declared: "`organizationalUnits.quarantine`, `organization.quarantineNewAccounts`",
    stacks: "`<management account>`",
    files: ["accounts/quarantine/new-accounts.ts", "accounts/quarantine/states.ts"],
    tests: ["test/accounts/quarantine.test.ts"],
    kind: "stored",
  },
  {
    name: "Permission sets: AWS's, the accounts' own and inline policies, boundary, session, relay state",
    declared: "`identity.permissionSets`",
    stacks: "`identity`",
    files: ["org/permission-sets.ts"],
    tests: [identity],
    kind: "stored",
  },
  {
    name: "Assignments by group and organizational unit or account",
    declared: "`identity.assignments`, an account's `access`",
    stacks: "`identity`",
    files: ["declaration/assignments.ts", "org/assignments.ts"],
    tests: [identity],
    kind: "stored",
  },
  {
    name: "Role for emergencies, with an alarm on its use",
    declared: "`identity.breakGlass`",
    stacks: "`<account>`",
    files: [
      "accounts/break-glass/break-glass.ts",
      "accounts/break-glass/alarm.ts",
      "stack/alert-topic.ts",
      "security/topic-key.ts",
    ],
    tests: [emergencies],
    kind: "stored",
  },
  {
    name: "Budgets of accounts",
    declared: "an account's `budget`",
    stacks: "`org`",
    files: ["org/budgets.ts"],
    tests: [org],
    kind: "stored",
  },
  {
    name: "A budget of the organisation",
    declared: "`costs.budget`",
    stacks: "`costs`",
    files: ["org/costs/budget.ts"],
    tests: [costs],
    kind: "stored",
  },
  {
    name: "Cost Anomaly Detection",
    declared: "`costs.anomalies`",
    stacks: "`costs`",
    files: ["org/costs/anomalies.ts"],
    tests: [costs],
    kind: "stored",
  },
  {
    name: "Export of costs and usage (CUR 2.0)",
    declared: "`costs.export`",
    stacks: "`costs`",
    files: ["org/costs/export.ts", "org/costs/columns.ts", "org/costs/bucket.ts"],
    tests: [costs],
    kind: "stored",
  },
  {
    name: "Cost allocation tags",
    declared: "`costs.allocationTags`",
    stacks: "`costs`",
    files: ["org/costs/allocation-tags.ts"],
    tests: [costs],
    kind: "stored",
  },
];

function organization(zone: LandingZone, change: Partial<LandingZone["organization"]>): LandingZone {
  return { ...zone, organization: { ...zone.organization, ...change } };
}

function spending(zone: LandingZone, change: Partial<LandingZone["costs"]>): LandingZone {
  return { ...zone, costs: { ...zone.costs, ...change } };
}

type PermissionSet = LandingZone["identity"]["permissionSets"][string];

/** Permission sets that give nothing. */
function empty(zone: LandingZone): LandingZone {
  const sets = Object.entries(zone.identity.permissionSets).map(([name, { description }]): [string, PermissionSet] => [
    name,
    { description, managedPolicies: [], customerManagedPolicies: [], sessionHours: 4 },
  ]);
  return { ...zone, identity: { ...zone.identity, permissionSets: Object.fromEntries(sets) } };
}

const organizationResource = /^org aws_organizations_organization\.organization$/;

/** @param changes whether the organisation knows of it: a type to enable, a service to trust */
const policyToggle = (feature: string, type: ManagementPolicyKind, name: string, changes: boolean): Toggle => ({
  feature,
  off: (zone) => ({ ...zone, policies: zone.policies.filter((each) => each.type !== type) }),
  removes: [new RegExp(`^org aws_organizations_policy(_attachment)?\\.policy___${name}(_\\w+)?$`)],
  changes: changes ? [organizationResource] : [],
});

/** Turned off one at a time. A change of attributes alone removes nothing. */
export const organizationToggles: readonly Toggle[] = [
  policyToggle("Tag policies", "tag", "tags", false),
  policyToggle("Backup policies", "backup", "backup", true),
  policyToggle("Opt-out of AI services", "ai-opt-out", "no-training", true),
  policyToggle("Declarative policies for EC2", "ec2", "machines", true),
  policyToggle("Policies for chat applications", "chat", "no-chat", true),
  {
    feature: "Central management of members' root users",
    off: (zone) => organization(zone, { rootAccess: undefined }),
    removes: [
      /^org aws_iam_organizations_features\.root-access$/,
      /^org aws_organizations_delegated_administrator\.iam$/,
    ],
    changes: [organizationResource],
  },
  {
    feature: "Alternate contacts",
    off: (zone) => ({ ...zone, accounts: zone.accounts.map((account) => ({ ...account, contacts: {} })) }),
    removes: [/^org aws_account_alternate_contact\.payer_security$/],
  },
  {
    feature: "Budgets of accounts",
    off: (zone) => ({ ...zone, accounts: zone.accounts.map((account) => ({ ...account, budget: undefined })) }),
    removes: [/^org aws_budgets_budget\.lab$/],
  },
  {
    feature: "Closing an account with its file",
    off: (zone) => ({ ...zone, accounts: zone.accounts.map((account) => ({ ...account, closeOnRemoval: false })) }),
    removes: [],
    changes: [/^org aws_organizations_account\.lab$/],
  },
  {
    feature: "Quarantine of accounts that appear at the root",
    off: (zone) => organization(zone, { quarantineNewAccounts: false }),
    removes: [/^payer aws_\w+\.quarantine(-events)?$/],
  },
  {
    feature: "Permission sets: AWS's, the accounts' own and inline policies, boundary, session, relay state",
    off: empty,
    removes: [
      /^identity aws_ssoadmin_managed_policy_attachment\.(operator_PowerUserAccess|developer_ReadOnlyAccess)$/,
      /^identity aws_ssoadmin_customer_managed_policy_attachment\.developer_teams_release$/,
      /^identity aws_ssoadmin_permission_set_inline_policy\.developer$/,
      /^identity aws_ssoadmin_permissions_boundary_attachment\.developer$/,
    ],
    changes: [/^identity aws_ssoadmin_permission_set\.developer$/],
  },
  {
    feature: "Assignments by group and organizational unit or account",
    off: (zone) => ({ ...zone, accounts: zone.accounts.map((account) => ({ ...account, access: {} })) }),
    removes: [/^identity aws_ssoadmin_account_assignment\.[\w-]+$/],
    // What a set may do waits for its assignments.
    changes: [/^identity aws_ssoadmin_\w+\.(developer|operator)(_\w+)?$/],
  },
  {
    feature: "Role for emergencies, with an alarm on its use",
    off: (zone) => ({ ...zone, identity: { ...zone.identity, breakGlass: undefined } }),
    removes: [
      /^(payer|guest) aws_iam_role\.landfall-break-glass$/,
      /^(payer|guest) aws_iam_role_policy_attachment\.break-glass_AdministratorAccess$/,
      /^payer aws_\w+\.break-glass(-events|-global)?$/,
    ],
  },
  {
    feature: "A budget of the organisation",
    off: (zone) => spending(zone, { budget: undefined }),
    removes: [/^costs aws_budgets_budget\.organization$/],
  },
  {
    feature: "Cost Anomaly Detection",
    off: (zone) => spending(zone, { anomalies: undefined }),
    removes: [/^costs aws_ce_anomaly_(monitor|subscription)\.services$/],
  },
  {
    feature: "Export of costs and usage (CUR 2.0)",
    off: (zone) => spending(zone, { export: undefined }),
    removes: [/^costs aws_(s3_bucket\w*|bcmdataexports_export)\.costs$/],
  },
  {
    feature: "Cost allocation tags",
    off: (zone) => spending(zone, { allocationTags: [] }),
    removes: [/^costs aws_ce_cost_allocation_tag\.(team|landfall-owner__\w{8})$/],
  },
];
