import { describe, expect, test } from "@jest/globals";
import { stacksOf } from "../../declaration/stacks";
import { buildCosts } from "../../org/costs-stack";
import { buildStack } from "../fixtures/built-stack";
import { sample } from "../fixtures/zones";
import { everything } from "../network/features/toggled";

const stack = buildStack(everything, ({ kind }) => kind === "costs", buildCosts);
const account = everything.ids.get("account/payer");

describe("costs", () => {
  test("have a stack of their own, in the management account, where anything is declared of them", () => {
    const spec = stacksOf(everything).find(({ kind }) => kind === "costs");
    expect(spec).toMatchObject({ identity: "org", after: ["org"], account: { name: "payer" } });
    expect(stacksOf(sample).some(({ kind }) => kind === "costs")).toBe(false);
  });

  test("of the whole organisation have a budget that tells of the past and of the forecast", () => {
    const budget = stack.at("aws_budgets_budget.organization");
    expect(budget).toMatchObject({
      limit_amount: "2000",
      notification: [
        { notification_type: "ACTUAL", threshold: 80 },
        { notification_type: "ACTUAL", threshold: 100 },
        { notification_type: "FORECASTED", threshold: 100, subscriber_email_addresses: ["finance@whole.example"] },
      ],
    });
    expect(budget).not.toHaveProperty("cost_filter");
  });

  test("are watched by service, and anomalies above the least are told of", () => {
    expect(stack.at("aws_ce_anomaly_monitor.services")).toMatchObject({
      monitor_type: "DIMENSIONAL",
      monitor_dimension: "SERVICE",
    });
    expect(stack.at("aws_ce_anomaly_subscription.services")).toMatchObject({
      frequency: "DAILY",
      monitor_arn_list: ["${aws_ce_anomaly_monitor.services.arn}"],
      subscriber: [{ address: "finance@whole.example", type: "EMAIL" }],
      threshold_expression: { dimension: { key: "ANOMALY_TOTAL_IMPACT_ABSOLUTE", values: ["50"] } },
    });
  });

  test("are exported without single resources unless that is declared", () => {
    const query = (zone: typeof everything): { query_statement: string; table_configurations: object } => {
      const built = buildStack(zone, ({ kind }) => kind === "costs", buildCosts);
      const { export: made } = built.at("aws_bcmdataexports_export.costs") as {
        export: { data_query: { query_statement: string; table_configurations: object }[] }[];
      };
      const [first] = made[0]?.data_query ?? [];
      if (!first) throw new Error("the export asks nothing");
      return first;
    };
    expect(query(everything).query_statement).not.toContain("line_item_resource_id");
    const detailed = { granularity: "hourly", resources: true, retentionDays: 90 } as const;
    const { query_statement, table_configurations } = query({
      ...everything,
      costs: { ...everything.costs, export: detailed },
    });
    expect(query_statement).toContain("line_item_resource_id");
    expect(table_configurations).toMatchObject({
      COST_AND_USAGE_REPORT: { TIME_GRANULARITY: "HOURLY", INCLUDE_RESOURCES: "TRUE" },
    });
  });

  test("go to a bucket that only this account's exports can write to, and nobody without TLS", () => {
    expect(stack.at("aws_s3_bucket_public_access_block.costs")).toMatchObject({ restrict_public_buckets: true });
    const { Statement } = JSON.parse(String(stack.at("aws_s3_bucket_policy.costs")["policy"])) as {
      Statement: { Effect: string; Principal: unknown; Condition: Record<string, unknown> }[];
    };
    const [writes, ...others] = Statement;
    expect(writes?.Condition).toEqual({
      StringEquals: { "aws:SourceAccount": account },
      ArnLike: {
        "aws:SourceArn": [
          `arn:aws:bcm-data-exports:us-east-1:${account}:export/*`,
          `arn:aws:cur:us-east-1:${account}:definition/*`,
        ],
      },
    });
    expect(others).toEqual([
      expect.objectContaining({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
    ]);
    expect(stack.at("aws_bcmdataexports_export.costs")["depends_on"]).toEqual(["aws_s3_bucket_policy.costs"]);
  });

  test("are told apart by tags, whatever letters are in them", () => {
    expect([...stack.ofType("aws_ce_cost_allocation_tag").values()].map(({ tag_key }) => tag_key).sort()).toEqual([
      "landfall:owner",
      "team",
    ]);
  });
});
