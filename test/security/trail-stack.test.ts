import { describe, expect, test } from "@jest/globals";
import type { LandingZone } from "../../declaration/model";
import { logBucketArn } from "../../declaration/names";
import { buildTrail } from "../../security/trail-stack";
import { cisAlarms } from "../../security/trail/cis-alarms";
import { buildStack } from "../fixtures/built-stack";
import { sample } from "../fixtures/zones";
import { policyOf } from "./policy-of";

const trailOf = (trail: Partial<LandingZone["logs"]["trail"]>) =>
  buildStack(
    { ...sample, logs: { ...sample.logs, trail: { ...sample.logs.trail, ...trail } } },
    ({ kind }) => kind === "trail",
    buildTrail,
  );

type DataEvents = LandingZone["logs"]["trail"]["dataEvents"][string];
const events = (given: Partial<DataEvents>): DataEvents => ({
  resourceType: "AWS::S3::Object",
  access: "all",
  resources: [],
  ...given,
});

/** Field → what is asked of it, selector by selector. */
function selectors(dataEvents: LandingZone["logs"]["trail"]["dataEvents"]): readonly Record<string, unknown>[] {
  const found = trailOf({ dataEvents }).at("aws_cloudtrail.organization")["advanced_event_selector"];
  const list = (found ?? []) as readonly { field_selector: readonly Record<string, unknown>[] }[];
  return list.map(({ field_selector: fields }) =>
    Object.fromEntries(fields.map(({ field, ...asked }) => [String(field), asked])),
  );
}

describe("the trail's selectors", () => {
  test("are none while nothing but management events is declared", () => {
    expect(selectors({})).toEqual([]);
    expect(trailOf({}).at("aws_cloudtrail.organization")).not.toHaveProperty("insight_selector");
  });

  test("keep management events beside data events", () => {
    const [management, functions] = selectors({
      functions: events({ resourceType: "AWS::Lambda::Function", access: "write", resources: ["arn:aws:lambda:"] }),
    });
    expect(management).toEqual({ eventCategory: { equals: ["Management"] } });
    expect(functions).toEqual({
      eventCategory: { equals: ["Data"] },
      "resources.type": { equals: ["AWS::Lambda::Function"] },
      readOnly: { equals: ["false"] },
      "resources.ARN": { starts_with: ["arn:aws:lambda:"] },
    });
  });

  test("leave out what the trail itself writes", () => {
    const [, objects] = selectors({ objects: events({}) });
    expect(objects?.["resources.ARN"]).toEqual({ not_starts_with: [`${logBucketArn(sample, "cloudtrail")}/`] });
    expect(objects).not.toHaveProperty("readOnly");
  });
});

test("Insights are those declared", () => {
  expect(trailOf({ insights: ["ApiErrorRateInsight"] }).at("aws_cloudtrail.organization")).toMatchObject({
    insight_selector: [{ insight_type: "ApiErrorRateInsight" }],
  });
});

describe("the benchmark's alarms", () => {
  const stack = trailOf({ alarms: true });
  const management = sample.ids.get("account/management");

  test("are one for each recommendation of chapter 4 that metric filters fulfil, each on a filter of the trail's log group", () => {
    const numbers = Object.values(cisAlarms).map(({ recommendation }) => recommendation);
    expect(numbers).toEqual(Array.from({ length: 15 }, (_, index) => `4.${index + 1}`));
    for (const [name, { pattern }] of Object.entries(cisAlarms)) {
      expect(stack.at(`aws_cloudwatch_log_metric_filter.${name}`)).toMatchObject({
        pattern,
        log_group_name: "${aws_cloudwatch_log_group.trail.name}",
        metric_transformation: { name: `acme-${name}`, namespace: "LogMetrics" },
      });
      expect(stack.at(`aws_cloudwatch_metric_alarm.${name}`)).toMatchObject({
        metric_name: `acme-${name}`,
        namespace: "LogMetrics",
        alarm_actions: ["${aws_sns_topic.alarms.arn}"],
      });
    }
  });

  test("are written as CloudWatch Logs reads them: balanced, every term a field of the event", () => {
    for (const { pattern } of Object.values(cisAlarms)) {
      expect(pattern).toMatch(/^\{ .* \}$/);
      expect(pattern.split("(").length).toBe(pattern.split(")").length);
      for (const term of pattern.slice(2, -2).split(/ (?:\|\||&&) /)) {
        expect(term).toMatch(/^\(*\$\.[A-Za-z.]+ (!?= \S+( \S+)*|NOT EXISTS)\)*$/);
      }
    }
  });

  test("hear the trail through a role that the trail alone takes on and that writes to its streams alone", () => {
    expect(stack.at("aws_cloudtrail.organization")).toMatchObject({
      cloud_watch_logs_group_arn: "${aws_cloudwatch_log_group.trail.arn}:*",
      cloud_watch_logs_role_arn: "${aws_iam_role.trail.arn}",
      depends_on: ["aws_iam_role_policy.trail"],
    });
    const role = JSON.parse(String(stack.at("aws_iam_role.trail")["assume_role_policy"]));
    expect(role.Statement[0].Condition).toEqual({
      StringEquals: {
        "aws:SourceArn": `arn:aws:cloudtrail:eu-west-1:${management}:trail/acme-organization-trail`,
      },
    });
    expect(policyOf(stack, "aws_iam_role_policy.trail")["CloudTrailWritesStreams"]?.Resource).toEqual([
      expect.stringContaining(`:log-stream:${management}_CloudTrail_eu-west-1*`),
      expect.stringContaining(`:log-stream:${sample.ids.get("organization")}_*`),
    ]);
  });

  test("publish to a topic that alarms of the account alone may write to", () => {
    expect(policyOf(stack, "aws_sns_topic_policy.alarms")["AlarmsPublish"]).toMatchObject({
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Condition: { StringEquals: { "aws:SourceAccount": management } },
    });
    expect(stack.at("aws_sns_topic_subscription.alarms")).toMatchObject({ endpoint: "security@acme.example" });
  });
});
