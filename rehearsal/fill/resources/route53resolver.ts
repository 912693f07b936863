import type { ResourceRow, ServiceRows } from "../row";
import type { Members } from "../shape";
import { putEach, removeEach, standardTagging, verbs } from "../verbs";

const arn = (resource: string): readonly ["Arn", string] => [
  "Arn",
  `route53resolver:{region}:{account}:${resource}/{Id}`,
];
const complete = { Status: "COMPLETE", CreationTime: "{timestamp}", ModificationTime: "{timestamp}" };
const owned = { OwnerId: "{account}", ShareStatus: "NOT_SHARED" };

/** An association has an id, but is undone by the names of what it joins: here the id follows from them. */
const joined =
  (prefix: string, one: string, other: string) =>
  (input: Members): readonly Members[] => [
    { ...input, Id: `${prefix}-${String(input[one]).slice(-8)}${String(input[other]).slice(-9)}` },
  ];
const ruleAndVpc = joined("rslvr-rrassoc", "ResolverRuleId", "VPCId");
const configAndVpc = joined("rslvr-qlcassoc", "ResolverQueryLogConfigId", "ResourceId");

const config = (noun: string): ResourceRow["operations"] =>
  verbs(
    `create Create${noun}>${noun}; get Get${noun}>${noun}; list List${noun}s>${noun}s`,
    `delete Delete${noun}>${noun}`,
  );
const association = (noun: string): ResourceRow["operations"] =>
  verbs(`get Get${noun}>${noun}; list List${noun}s>${noun}s`);
const associatedGroup = verbs(
  "create AssociateFirewallRuleGroup>FirewallRuleGroupAssociation",
  "update UpdateFirewallRuleGroupAssociation>FirewallRuleGroupAssociation",
  "delete DisassociateFirewallRuleGroup>FirewallRuleGroupAssociation",
);

/** Rules that send queries elsewhere. */
const forwarding: readonly ResourceRow[] = [
  {
    resource: "resolver rule",
    key: ["Id"],
    renames: { ResolverRuleId: "Id" },
    arn: arn("resolver-rule"),
    assigns: { Id: "rslvr-rr-{id:17}", ...owned, ...complete },
    operations: verbs(
      "create CreateResolverRule>ResolverRule; get GetResolverRule>ResolverRule; list ListResolverRules>ResolverRules",
      "update UpdateResolverRule<Config>ResolverRule; delete DeleteResolverRule>ResolverRule",
    ),
  },
  {
    resource: "resolver rule association",
    key: ["Id"],
    renames: { ResolverRuleAssociationId: "Id" },
    assigns: { Status: "COMPLETE" },
    operations: {
      AssociateResolverRule: putEach(ruleAndVpc, "ResolverRuleAssociation"),
      DisassociateResolverRule: removeEach(ruleAndVpc, "ResolverRuleAssociation"),
      ...association("ResolverRuleAssociation"),
    },
  },
];

const queryLogs: readonly ResourceRow[] = [
  {
    resource: "resolver query log config",
    key: ["Id"],
    renames: { ResolverQueryLogConfigId: "Id" },
    arn: arn("resolver-query-log-config"),
    assigns: { Id: "rslvr-qlc-{id:17}", ...owned, Status: "CREATED", CreationTime: "{timestamp}" },
    operations: config("ResolverQueryLogConfig"),
  },
  {
    resource: "resolver query log config association",
    key: ["Id"],
    renames: { ResolverQueryLogConfigAssociationId: "Id" },
    assigns: { Status: "ACTIVE", Error: "NONE", ErrorMessage: "", CreationTime: "{timestamp}" },
    operations: {
      AssociateResolverQueryLogConfig: putEach(configAndVpc, "ResolverQueryLogConfigAssociation"),
      DisassociateResolverQueryLogConfig: removeEach(configAndVpc, "ResolverQueryLogConfigAssociation"),
      ...association("ResolverQueryLogConfigAssociation"),
    },
  },
];

const firewall: readonly ResourceRow[] = [
  {
    resource: "firewall rule group",
    key: ["Id"],
    renames: { FirewallRuleGroupId: "Id" },
    arn: arn("firewall-rule-group"),
    assigns: { Id: "rslvr-frg-{id:17}", ...owned, ...complete },
    operations: config("FirewallRuleGroup"),
  },
  {
    resource: "firewall domain list",
    key: ["Id"],
    renames: { FirewallDomainListId: "Id" },
    arn: arn("firewall-domain-list"),
    assigns: { Id: "rslvr-fdl-{id:17}", ...complete },
    defaults: { Domains: [] },
    operations: { ...config("FirewallDomainList"), ...verbs("update UpdateFirewallDomains; get ListFirewallDomains") },
  },
  {
    resource: "firewall rule",
    key: ["FirewallRuleGroupId", "FirewallDomainListId"],
    of: { resource: "firewall rule group", key: ["FirewallRuleGroupId"] },
    assigns: { CreationTime: "{timestamp}", ModificationTime: "{timestamp}" },
    operations: verbs(
      "create CreateFirewallRule>FirewallRule; update UpdateFirewallRule>FirewallRule",
      "delete DeleteFirewallRule>FirewallRule; list ListFirewallRules>FirewallRules",
    ),
  },
  {
    resource: "firewall rule group association",
    key: ["Id"],
    renames: { FirewallRuleGroupAssociationId: "Id" },
    arn: arn("firewall-rule-group-association"),
    assigns: { Id: "rslvr-frgassoc-{id:17}", ...complete },
    defaults: { MutationProtection: "DISABLED" },
    operations: { ...association("FirewallRuleGroupAssociation"), ...associatedGroup },
  },
];

/**
 * Route 53 Resolver: moto 5.2.5 serves its endpoints. It has no DNS firewall, does not change rules, does not end query logs, and
 * takes what another account shares for unknown.
 */
export const route53Resolver: ServiceRows = {
  service: "route53resolver",
  model: "route53resolver",
  tagging: { ...standardTagging, anyArn: true, atCreation: { CreateResolverEndpoint: "ResolverEndpoint.Arn" } },
  resources: [...forwarding, ...queryLogs, ...firewall],
};
