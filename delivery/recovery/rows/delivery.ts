import { GetResourceSharesCommand, RAMClient } from "@aws-sdk/client-ram";
import { paginateListHostedZones, Route53Client } from "@aws-sdk/client-route-53";
import { globalRegion } from "../../../declaration/regions";
import { joined, logged, named, repeatable, type Rows } from "../row";
import { all, present } from "../search";

const byAws = "AWS names it, and no client of its service is among the dependencies";

/** Names, shares, messages and what watches them. */
export const deliveryRows: Rows = {
  aws_ram_resource_share: {
    is: "searched",
    find: async (planned, search) => {
      const input = { resourceOwner: "SELF", name: planned.text("name") } as const;
      const { resourceShares = [] } = await search.client(RAMClient).send(new GetResourceSharesCommand(input));
      const active = resourceShares.filter(({ status }) => status === "ACTIVE" || status === "PENDING");
      return present(active.map(({ resourceShareArn }) => resourceShareArn));
    },
  },
  aws_ram_principal_association: named(["resource_share_arn", "principal"], ","),
  aws_ram_resource_association: named(["resource_share_arn", "resource_arn"], ","),
  aws_route53_zone: {
    is: "searched",
    // A zone gets its tags after it is made, its comment at once.
    find: async (planned, search) => {
      const client = search.client(Route53Client);
      const zones = await all(paginateListHostedZones({ client }, {}), ({ HostedZones }) => HostedZones);
      return zones
        .filter(({ Name }) => Name === `${planned.text("name") ?? ""}.`)
        .filter(({ Config }) => (Config?.Comment ?? "") === (planned.text("comment") ?? ""))
        .flatMap(({ Id }) => Id?.split("/").pop() ?? []);
    },
  },
  aws_route53_record: named(["zone_id", "name", "type"], "_"),
  aws_schemas_registry: named(["name"]),
  aws_schemas_schema: named(["name", "registry_name"], "/"),
  aws_sns_topic: {
    is: "named",
    importId: (planned, { place: { partition, region, account } }) =>
      `arn:${partition}:sns:${region}:${account}:${planned.text("name") ?? ""}`,
  },
  aws_sns_topic_policy: repeatable("SetTopicAttributes writes over the one that is there"),
  aws_sns_topic_subscription: repeatable("Subscribe answers with the subscription the endpoint has"),
  aws_cloudwatch_dashboard: repeatable("PutDashboard writes over the one that is there"),
  aws_cloudwatch_event_archive: named(["name"]),
  aws_cloudwatch_event_bus: named(["name"]),
  aws_cloudwatch_event_bus_policy: named(["event_bus_name"]),
  aws_cloudwatch_event_rule: {
    is: "named",
    // A rule of the default bus is imported by its name alone.
    importId: (planned) => {
      const bus = planned.text("event_bus_name") ?? "default";
      const name = planned.text("name");
      return bus === "default" ? name : joined([bus, name], "/");
    },
  },
  aws_cloudwatch_event_target: repeatable("PutTargets writes over the target of this id"),
  aws_cloudwatch_log_group: named(["name"]),
  aws_cloudwatch_log_stream: named(["log_group_name", "name"], ":"),
  aws_cloudwatch_metric_alarm: repeatable("PutMetricAlarm writes over the one that is there"),
  aws_sfn_state_machine: {
    is: "named",
    // Those that watch Organizations are in the region of the global services.
    importId: (planned, { place: { partition, region, account } }) => {
      const name = planned.text("name") ?? "";
      const at = planned.providerAlias === "global" ? globalRegion(region) : region;
      return `arn:${partition}:states:${at}:${account}:stateMachine:${name}`;
    },
  },
  aws_bcmdataexports_export: logged(byAws),
  aws_ce_anomaly_monitor: logged(byAws),
  aws_ce_anomaly_subscription: logged(byAws),
  aws_ce_cost_allocation_tag: repeatable("UpdateCostAllocationTagsStatus sets the status that is there"),
  aws_budgets_budget: {
    is: "named",
    importId: (planned, { place }) => `${place.account}:${planned.text("name") ?? ""}`,
  },
};
