import { describe, expect, test } from "@jest/globals";
import type { LandingZone } from "../../declaration/model";
import { allowedRegions } from "../../policies/catalogue/foundations/allowed-regions";
import { noOptions, type DenyStatement } from "../../policies/guardrail";
import { govCloud, sample } from "../fixtures/zones";
import { matches } from "./matches";

const list = (values: string | readonly string[] | undefined): readonly string[] =>
  values === undefined ? [] : typeof values === "string" ? [values] : values;

function denies(statement: DenyStatement, action: string, region: string): boolean {
  const named = statement.Action
    ? list(statement.Action).some((pattern) => matches(pattern, action))
    : !list(statement.NotAction).some((pattern) => matches(pattern, action));
  const allowed = list(statement.Condition?.["StringNotEquals"]?.["aws:RequestedRegion"]);
  return named && !allowed.includes(region);
}

const denied = (zone: LandingZone, action: string, region: string): boolean =>
  allowedRegions.statements({ zone, options: noOptions }).some((statement) => denies(statement, action, region));

describe("allowed-regions", () => {
  test.each([
    ["ec2:RunInstances", "eu-west-1", false],
    ["ec2:RunInstances", "eu-central-1", false],
    ["ec2:RunInstances", "us-east-1", true],
    ["lambda:CreateFunction", "us-east-1", true],
    ["s3:CreateBucket", "ap-south-1", true],
    ["kms:CreateKey", "us-east-1", true],
    ["iam:CreateRole", "us-east-1", false],
    ["route53:ChangeResourceRecordSets", "us-east-1", false],
    ["sts:AssumeRole", "ap-south-1", false],
    ["acm:RequestCertificate", "us-east-1", false],
    ["acm:RequestCertificate", "ap-south-1", true],
    ["wafv2:CreateWebACL", "us-east-1", false],
    ["wafv2:CreateWebACL", "sa-east-1", true],
  ])("%s in %s is denied: %s", (action, region, expected) => {
    expect(denied(sample, action, region)).toBe(expected);
  });

  test("lets certificates through in the global region of another partition", () => {
    expect(denied(govCloud, "acm:RequestCertificate", "us-gov-west-1")).toBe(false);
    expect(denied(govCloud, "acm:RequestCertificate", "us-gov-east-1")).toBe(true);
  });

  test("refuses a partition whose global region nobody has looked up", () => {
    expect(() => allowedRegions.statements({ zone: { ...sample, partition: "aws-iso" }, options: noOptions })).toThrow(
      "no global region is known for the partition aws-iso",
    );
  });
});
