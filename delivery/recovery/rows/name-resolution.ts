import { ResolverApi } from "../../../live/resolver-api";
import { named, type Row, type Rows } from "../row";
import { present, settled } from "../search";

/** What the lists of Route 53 Resolver show of each of its objects. */
interface Listed extends Readonly<Record<string, unknown>> {
  readonly Id?: string;
  readonly Status?: string;
}

/** @param by member of what is listed → planned attribute: together they identify it */
function listed(operation: string, member: string, by: Readonly<Record<string, string>>): Row {
  return {
    is: "searched",
    find: async (planned, search) => {
      const wanted = Object.entries(by).map(([name, attribute]) => [name, planned.text(attribute)] as const);
      if (wanted.some(([, value]) => value === undefined)) return undefined;
      const { account } = search.place;
      const ours = async (): Promise<readonly Listed[]> =>
        (await search.client(ResolverApi).list<Listed>(operation, member)).filter(
          (item) =>
            // What others share is listed too.
            (item["OwnerId"] ?? account) === account &&
            !["DELETING", "FAILED"].includes(item.Status ?? "") &&
            wanted.every(([name, value]) => plain(item[name]) === value),
        );
      const found = await settled(ours, ({ Status }) => ["CREATING", "UPDATING"].includes(Status ?? ""));
      return present(found.map(({ Id }) => Id));
    },
  };
}

/** Domain names end with a dot in AWS's answers. */
const plain = (value: unknown): string => (typeof value === "string" ? value.replace(/\.$/, "") : "");

export const nameResolutionRows: Rows = {
  aws_route53_zone_association: {
    is: "named",
    importId: ({ text }, { place }) => {
      const [zone, vpc] = [text("zone_id"), text("vpc_id")];
      return zone === undefined || vpc === undefined ? undefined : `${zone}:${vpc}:${place.region}`;
    },
  },
  aws_route53_vpc_association_authorization: named(["zone_id", "vpc_id"], ":"),
  aws_route53_resolver_endpoint: listed("ListResolverEndpoints", "ResolverEndpoints", {
    Name: "name",
    Direction: "direction",
  }),
  aws_route53_resolver_rule: listed("ListResolverRules", "ResolverRules", { Name: "name", DomainName: "domain_name" }),
  aws_route53_resolver_rule_association: listed("ListResolverRuleAssociations", "ResolverRuleAssociations", {
    ResolverRuleId: "resolver_rule_id",
    VPCId: "vpc_id",
  }),
  aws_route53_resolver_firewall_rule_group: listed("ListFirewallRuleGroups", "FirewallRuleGroups", { Name: "name" }),
  aws_route53_resolver_firewall_domain_list: listed("ListFirewallDomainLists", "FirewallDomainLists", { Name: "name" }),
  aws_route53_resolver_firewall_rule: named(["firewall_rule_group_id", "firewall_domain_list_id"], ":"),
  aws_route53_resolver_firewall_rule_group_association: listed(
    "ListFirewallRuleGroupAssociations",
    "FirewallRuleGroupAssociations",
    { FirewallRuleGroupId: "firewall_rule_group_id", VpcId: "vpc_id" },
  ),
  aws_route53_resolver_query_log_config: listed("ListResolverQueryLogConfigs", "ResolverQueryLogConfigs", {
    Name: "name",
    DestinationArn: "destination_arn",
  }),
  aws_route53_resolver_query_log_config_association: listed(
    "ListResolverQueryLogConfigAssociations",
    "ResolverQueryLogConfigAssociations",
    { ResolverQueryLogConfigId: "resolver_query_log_config_id", ResourceId: "resource_id" },
  ),
};
