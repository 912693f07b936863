import { describe, expect, test } from "@jest/globals";
import { trustedBy } from "../../declaration/trusted-services";
import type { LandingZone } from "../../declaration/model";
import { buildOrganization } from "../../org/org-stack";
import { buildSecurity } from "../../security/security-stack";
import { withIds } from "../fixtures/ids";
import { buildStack } from "../fixtures/built-stack";
import { sample } from "../fixtures/zones";

type Security = LandingZone["security"];

const detecting = (security: Partial<Security>): LandingZone =>
  withIds({ ...sample, security: { ...sample.security, ...security } });
const build = (security: Partial<Security>) =>
  buildStack(detecting(security), ({ kind }) => kind === "security", buildSecurity);
const organizationOf = (security: Partial<Security>) =>
  buildStack(detecting(security), ({ kind }) => kind === "org", buildOrganization);
const tooling = sample.ids.get("account/security-tooling");
const others = sample.accounts.filter(({ name }) => name !== "security-tooling").map(({ name }) => name);

test("a protection plan is on in every account, the administrator's own included", () => {
  const stack = build({ guardDuty: { plans: ["s3", "runtime"] } });
  expect(stack.at("aws_guardduty_organization_configuration_feature.s3")).toMatchObject({
    name: "S3_DATA_EVENTS",
    auto_enable: "ALL",
  });
  expect(stack.at("aws_guardduty_detector_feature.runtime")).toMatchObject({
    name: "RUNTIME_MONITORING",
    status: "ENABLED",
    additional_configuration: [
      { name: "EKS_ADDON_MANAGEMENT", status: "ENABLED" },
      { name: "ECS_FARGATE_AGENT_MANAGEMENT", status: "ENABLED" },
      { name: "EC2_AGENT_MANAGEMENT", status: "ENABLED" },
    ],
  });
  expect(build({}).ofType("aws_guardduty_organization_configuration_feature").size).toBe(0);
});

describe("Security Hub", () => {
  test("checks the standards that are declared", () => {
    const { ofType } = build({ securityHub: { standards: ["cis-3.0", "pci-dss-4.0"], central: false } });
    const arns = [...ofType("aws_securityhub_standards_subscription").values()].map((each) => each["standards_arn"]);
    expect(arns).toEqual([
      "arn:aws:securityhub:eu-west-1::standards/cis-aws-foundations-benchmark/v/3.0.0",
      "arn:aws:securityhub:eu-west-1::standards/pci-dss/v/4.0.1",
    ]);
  });

  test("configured centrally is one policy on the root, with the findings aggregated first", () => {
    const stack = build({ securityHub: { standards: ["foundational-best-practices"], central: true } });
    expect(stack.ofType("aws_securityhub_standards_subscription").size).toBe(0);
    expect(stack.at("aws_securityhub_organization_configuration.organization")).toMatchObject({
      auto_enable: false,
      organization_configuration: { configuration_type: "CENTRAL" },
      depends_on: ["aws_securityhub_finding_aggregator.organization"],
    });
    expect(stack.at("aws_securityhub_configuration_policy.organization")).toMatchObject({
      configuration_policy: {
        service_enabled: true,
        enabled_standard_arns: [expect.stringContaining("best-practices")],
      },
      depends_on: ["aws_securityhub_organization_configuration.organization"],
    });
    expect(stack.at("aws_securityhub_configuration_policy_association.organization")).toMatchObject({
      target_id: sample.ids.get("root"),
    });
  });
});

test("unused access is told after the days that are declared", () => {
  expect(build({ unusedAccess: { days: 30 } }).at("aws_accessanalyzer_analyzer.unused-access")).toMatchObject({
    type: "ORGANIZATION_UNUSED_ACCESS",
    configuration: { unused_access: { unused_access_age: 30 } },
  });
});

const services = [
  { service: "macie", on: { macie: true }, principal: "macie.amazonaws.com", member: "aws_macie2_member" },
  {
    service: "inspector",
    on: { inspector: ["ecr" as const] },
    principal: "inspector2.amazonaws.com",
    member: "aws_inspector2_member_association",
  },
  {
    service: "detective",
    on: { detective: true },
    principal: "detective.amazonaws.com",
    member: "aws_detective_member",
  },
];

describe.each(services)("$service", ({ on, principal, member }) => {
  test("has every account but its administrator as a member, by id", () => {
    const members = build(on).ofType(member);
    expect([...members.keys()].sort()).toEqual([...others].sort());
    for (const [name, { account_id: id }] of members) expect(id).toBe(sample.ids.get(`account/${name}`));
  });

  test("is trusted in the organisation, and administered by security tooling, where it is declared", () => {
    expect(trustedBy(detecting(on))).toContain(principal);
    expect(trustedBy(sample)).not.toContain(principal);
    const admins = [...organizationOf(on).resources].filter(([address]) =>
      /^aws_(macie2|inspector2|detective)_\w*admin_account\./.test(address),
    );
    expect(admins.map(([, each]) => each["admin_account_id"] ?? each["account_id"])).toEqual([
      "${aws_organizations_account.security-tooling.id}",
    ]);
  });
});

test("Inspector scans what is declared, of the administrator and of every member", () => {
  const stack = build({ inspector: ["lambda-code"] });
  expect(stack.at("aws_inspector2_enabler.organization")).toMatchObject({
    account_ids: [tooling],
    resource_types: ["LAMBDA", "LAMBDA_CODE"],
  });
  expect(stack.at("aws_inspector2_enabler.orders-dev")).toMatchObject({
    depends_on: ["aws_inspector2_member_association.orders-dev"],
  });
  expect(stack.at("aws_inspector2_organization_configuration.organization")).toMatchObject({
    auto_enable: { ec2: false, ecr: false, lambda: true, lambda_code: true },
  });
});

test("Security Lake keeps its sources for the days that are declared", () => {
  const stack = build({ securityLake: { sources: ["vpc-flow", "security-hub"], retentionDays: 90 } });
  expect(stack.at("aws_securitylake_data_lake.organization")).toMatchObject({
    configuration: [{ region: "eu-west-1", lifecycle_configuration: [{ expiration: [{ days: 90 }] }] }],
  });
  expect(stack.at("aws_securitylake_aws_log_source.vpc-flow")).toMatchObject({
    source: [{ source_name: "VPC_FLOW", regions: ["eu-west-1"] }],
  });
  expect(stack.at("aws_securitylake_aws_log_source.security-hub")).toMatchObject({
    source: [{ source_name: "SH_FINDINGS", regions: ["eu-west-1"] }],
  });
});

test("more topics get findings of their severities alone, each from its own rule", () => {
  const stack = build({ alerts: { "on-call": { severities: ["CRITICAL"], emails: ["a@acme.example"] } } });
  const pattern = JSON.parse(String(stack.at("aws_cloudwatch_event_rule.findings-on-call")["event_pattern"]));
  expect(pattern.detail.findings.Severity.Label).toEqual(["CRITICAL"]);
  expect(stack.at("aws_cloudwatch_event_target.findings-on-call")).toMatchObject({
    arn: "${aws_sns_topic.findings-on-call.arn}",
  });
  expect(String(stack.at("aws_sns_topic_policy.findings-on-call")["policy"])).toContain("rule/acme-findings-on-call");
  expect(stack.at("aws_sns_topic_subscription.findings-on-call--a_40acme_2eexample")).toMatchObject({
    endpoint: "a@acme.example",
  });
});
