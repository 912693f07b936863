import type { ServiceRows } from "../row";
import { standardTagging, verbs } from "../verbs";

const arn = (type: string): string => `network-firewall:{region}:{account}:${type}`;
const groupArn = arn("stateful-rulegroup/{RuleGroupName}");
const policyArn = arn("firewall-policy/{FirewallPolicyName}");
const firewallArn = arn("firewall/{FirewallName}");
const ownKey = { EncryptionConfiguration: { Type: "AWS_OWNED_KMS_KEY", KeyId: "AWS_OWNED_KMS_KEY" } };
const unprotected = { DeleteProtection: false, SubnetChangeProtection: false, FirewallPolicyChangeProtection: false };

/**
 * Network Firewall: moto 5.2.5 has firewalls without endpoints, and neither rule groups nor policies. Stateful rule groups only. Of
 * each resource one row answers what it is, and one what belongs to it; the endpoints are `firewall-endpoints.ts`.
 */
export const networkFirewall: ServiceRows = {
  service: "network-firewall",
  model: "network-firewall",
  tagging: standardTagging,
  resources: [
    {
      resource: "rule group",
      key: ["RuleGroupName"],
      arn: ["RuleGroupArn", groupArn],
      assigns: { RuleGroupId: "{uuid}", RuleGroupStatus: "ACTIVE", LastModifiedTime: "{now}" },
      defaults: ownKey,
      operations: verbs(
        "create CreateRuleGroup>RuleGroupResponse; get DescribeRuleGroup>RuleGroupResponse",
        "update UpdateRuleGroup>RuleGroupResponse; delete DeleteRuleGroup>RuleGroupResponse",
      ),
    },
    {
      resource: "rules of a group",
      key: ["RuleGroupName"],
      of: { resource: "rule group", key: ["RuleGroupName"] },
      arn: ["RuleGroupArn", groupArn],
      assigns: { UpdateToken: "{uuid}" },
      operations: verbs("create CreateRuleGroup; get DescribeRuleGroup; update UpdateRuleGroup"),
    },
    {
      resource: "firewall policy",
      key: ["FirewallPolicyName"],
      arn: ["FirewallPolicyArn", policyArn],
      assigns: { FirewallPolicyId: "{uuid}", FirewallPolicyStatus: "ACTIVE", LastModifiedTime: "{now}" },
      defaults: ownKey,
      operations: verbs(
        "create CreateFirewallPolicy>FirewallPolicyResponse; get DescribeFirewallPolicy>FirewallPolicyResponse",
        "update UpdateFirewallPolicy>FirewallPolicyResponse; delete DeleteFirewallPolicy>FirewallPolicyResponse",
      ),
    },
    {
      resource: "content of a policy",
      key: ["FirewallPolicyName"],
      of: { resource: "firewall policy", key: ["FirewallPolicyName"] },
      arn: ["FirewallPolicyArn", policyArn],
      assigns: { UpdateToken: "{uuid}" },
      operations: verbs("create CreateFirewallPolicy; get DescribeFirewallPolicy; update UpdateFirewallPolicy"),
    },
    {
      resource: "firewall",
      key: ["FirewallArn"],
      arn: ["FirewallArn", firewallArn],
      assigns: { FirewallId: "{uuid}" },
      defaults: { ...ownKey, ...unprotected },
      merges: { SubnetMappings: "SubnetId" },
      operations: firewallOperations(),
    },
    {
      resource: "status of a firewall",
      key: ["FirewallArn"],
      of: { resource: "firewall", key: ["FirewallArn"] },
      arn: ["FirewallArn", firewallArn],
      assigns: { UpdateToken: "{uuid}" },
      derives: () => ({ FirewallStatus: { Status: "READY", ConfigurationSyncStateSummary: "IN_SYNC" } }),
      operations: verbs("create CreateFirewall; get DescribeFirewall"),
    },
    {
      resource: "logging configuration",
      key: ["FirewallArn"],
      of: { resource: "firewall", key: ["FirewallArn"] },
      operations: verbs("put UpdateLoggingConfiguration; get DescribeLoggingConfiguration"),
    },
  ],
};

function firewallOperations(): ReturnType<typeof verbs> {
  return verbs(
    "create CreateFirewall>Firewall; get DescribeFirewall>Firewall; delete DeleteFirewall>Firewall",
    "update UpdateFirewallDescription; update UpdateFirewallEncryptionConfiguration; update AssociateFirewallPolicy",
    "update UpdateFirewallDeleteProtection; update UpdateSubnetChangeProtection; update AssociateSubnets",
    "update UpdateFirewallPolicyChangeProtection; list ListFirewalls>Firewalls",
  );
}
