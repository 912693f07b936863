import { describe, expect, test } from "@jest/globals";
import type { LandingZone } from "../../declaration/model";
import { buildSecurity } from "../../security/security-stack";
import { findingsPattern, labelsFrom } from "../../security/detection/findings";
import { buildStack } from "../fixtures/built-stack";
import { govCloud, sample } from "../fixtures/zones";
import { policyOf } from "./policy-of";

const build = (zone: LandingZone) => buildStack(zone, ({ kind }) => kind === "security", buildSecurity);
const stack = build(sample);
const tooling = sample.ids.get("account/security-tooling");

describe("detection", () => {
  test("covers every account of the organisation, those to come included", () => {
    expect(stack.at("aws_guardduty_organization_configuration.organization")).toMatchObject({
      auto_enable_organization_members: "ALL",
    });
    expect(stack.at("aws_securityhub_organization_configuration.organization")).toMatchObject({ auto_enable: true });
    expect(stack.at("aws_config_configuration_aggregator.organization")).toMatchObject({
      organization_aggregation_source: { all_regions: true },
    });
    expect(stack.at("aws_accessanalyzer_analyzer.organization")).toMatchObject({ type: "ORGANIZATION" });
  });

  test("brings findings of the other governed regions home, once there are any", () => {
    expect(stack.ofType("aws_securityhub_finding_aggregator").size).toBe(0);
    const regions = { ...sample.regions, governed: ["eu-west-1", "eu-north-1", "eu-central-1"] };
    expect(build({ ...sample, regions }).at("aws_securityhub_finding_aggregator.organization")).toMatchObject({
      linking_mode: "SPECIFIED_REGIONS",
      specified_regions: ["eu-central-1", "eu-north-1"],
    });
  });
});

describe("finding routing", () => {
  test.each([
    ["LOW", ["LOW", "MEDIUM", "HIGH", "CRITICAL"]],
    ["HIGH", ["HIGH", "CRITICAL"]],
    ["CRITICAL", ["CRITICAL"]],
  ] as const)("from %s passes %j", (minimum, labels) => {
    expect(findingsPattern(labelsFrom(minimum))).toMatchObject({
      detail: { findings: { Severity: { Label: labels } } },
    });
  });

  test("publishes to an encrypted topic that only its rule may write to", () => {
    expect(stack.at("aws_sns_topic.findings")).toMatchObject({ kms_master_key_id: "${aws_kms_key.findings.arn}" });
    expect(policyOf(stack, "aws_sns_topic_policy.findings")["EventBridgePublishes"]).toMatchObject({
      Principal: { Service: "events.amazonaws.com" },
      Resource: `arn:aws:sns:eu-west-1:${tooling}:acme-findings`,
      Condition: {
        StringEquals: { "aws:SourceAccount": tooling },
        ArnEquals: { "aws:SourceArn": `arn:aws:events:eu-west-1:${tooling}:rule/acme-findings` },
      },
    });
    expect(stack.at("aws_cloudwatch_event_rule.findings")).toMatchObject({ name: "acme-findings" });
  });

  test("writes to people when the zone names an address, and to nobody otherwise", () => {
    expect(stack.at("aws_sns_topic_subscription.findings")).toMatchObject({ endpoint: "security@acme.example" });
    const silent = build({ ...sample, security: { ...sample.security, findingsEmail: undefined } });
    expect(silent.ofType("aws_sns_topic_subscription").size).toBe(0);
  });
});

test("no ARN of another partition is in the stack", () => {
  expect(JSON.stringify([...build(govCloud).resources])).not.toContain("arn:aws:");
});
