import { describe, expect, test } from "@jest/globals";
import { join } from "node:path";
import type { Finding } from "../../../audit/finding";
import { lockouts } from "../../../audit/lockout/lockouts";
import { needsOf, type StackNeeds } from "../../../audit/lockout/needs";
import { principalsOf } from "../../../audit/lockout/principals";
import { retargeted } from "../../../audit/lockout/retargeted";
import { loadZone } from "../../../declaration/load";
import type { LandingZone } from "../../../declaration/model";
import { withPlaceholderIds } from "../../../declaration/placeholder-ids";
import { loadUniverse } from "../../../engine/universe/load-universe";

const sample = withPlaceholderIds(loadZone(join(__dirname, "..", "..", "..", "zone")));

const owner = (account: string, role: string): Parameters<typeof needsOf>[0] => ({
  stack: `${account}-stack`,
  account,
  accountId: sample.ids.get(`account/${account}`),
  partition: "aws",
  role,
  region: "eu-west-1",
  stateBucket: role === "landfall-service" ? "states" : undefined,
});

const json = JSON.stringify({
  resource: {
    aws_s3_bucket: { logs: { bucket: "acme-logs" } },
    aws_s3_bucket_policy: { logs: { bucket: "${aws_s3_bucket.logs.id}", policy: "{}" } },
    aws_vpc: { vpc: { cidr_block: "10.0.0.0/16" } },
    aws_iam_role: { app: { name: "app", path: "/service/" } },
    aws_dynamodb_table: { t: { name: "orders" } },
  },
});

const platform = needsOf(owner("orders-dev", "landfall-platform"), json);
const service = needsOf(owner("orders-dev", "landfall-service"), json);

/** The sample zone with one policy of its own on the root and no other guardrail. */
function zoneWith(...statements: object[]): LandingZone {
  const document = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  return { ...sample, guardrails: [{ name: "own", attachTo: ["root"], document }] };
}

function found(needs: StackNeeds, ...statements: object[]): readonly Finding[] {
  return lockouts(zoneWith(...statements), [needs], loadUniverse());
}

const deny = (action: string, more: object = {}): object => ({
  Sid: "No",
  Effect: "Deny",
  Action: action,
  Resource: "*",
  ...more,
});

const butPlatform = { Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/landfall-platform" } } };

describe("lock-out", () => {
  test("names the statement that denies whatever the role does, not one that denies the request shown for what it leaves out", () => {
    const outside = { StringNotEquals: { "aws:PrincipalOrgID": "${aws:ResourceOrgID}" } };
    const strangers = deny("ec2:CreateVpc", { Sid: "Strangers", Condition: outside });
    expect(found(platform, strangers)).toEqual([]);
    const [finding] = found(platform, strangers, deny("ec2:CreateVpc", { Sid: "Everybody" }));
    expect(finding?.where.sid).toBe("Everybody");
  });

  test.each([
    ["Bool", "false"],
    ["BoolIfExists", "false"],
  ])("is found where an MFA code is asked for: no role that assumes another gives one (%s)", (operator, value) => {
    const [finding] = found(
      platform,
      deny("ec2:*", { Condition: { [operator]: { "aws:MultiFactorAuthPresent": value } } }),
    );
    expect(finding).toMatchObject({ rule: "locked-out", where: { sid: "No" } });
  });

  test("names the identity, the action, the resource type, the stack and the statement that decides", () => {
    const [finding, ...others] = found(platform, deny("ec2:CreateVpc"));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: "locked-out", severity: "error", where: { guardrail: "own", sid: "No" } });
    for (const part of ["landfall-platform", "ec2:CreateVpc", "aws_vpc", "orders-dev-stack", "own, No,"]) {
      expect(finding?.message).toContain(part);
    }
    expect(finding?.request).toMatchObject({
      action: "ec2:CreateVpc",
      principal: expect.stringContaining(":role/landfall-platform"),
    });
  });

  test("is none for a role that is let through", () => {
    expect(found(platform, deny("ec2:CreateVpc", butPlatform))).toEqual([]);
    expect(found(service, deny("ec2:CreateVpc", butPlatform))).toHaveLength(1);
  });

  test("is none for what the stacks do not need", () => {
    expect(found(platform, deny("ec2:RunInstances"))).toEqual([]);
  });

  test("looks at the resources of the stack: its bucket, and not another", () => {
    expect(found(platform, deny("s3:PutBucketPolicy", { Resource: "arn:aws:s3:::acme-logs" }))).toHaveLength(1);
    expect(found(platform, deny("s3:PutBucketPolicy", { Resource: "arn:aws:s3:::others-logs" }))).toEqual([]);
    expect(found(platform, deny("iam:CreateRole", { Resource: "arn:aws:iam::*:role/service/*" }))).toHaveLength(1);
    expect(found(platform, deny("iam:CreateRole", { Resource: "arn:aws:iam::*:role/admin/*" }))).toEqual([]);
  });

  test("asks in the home region, and for global services in theirs", () => {
    const outside = (...regions: string[]): object => ({
      Condition: { StringNotEquals: { "aws:RequestedRegion": regions } },
    });
    expect(found(platform, deny("ec2:CreateVpc", outside("eu-west-1")))).toEqual([]);
    expect(found(platform, deny("ec2:CreateVpc", outside("us-east-1")))).toHaveLength(1);
    expect(found(platform, deny("iam:CreateRole", outside("us-east-1")))).toEqual([]);
    expect(found(platform, deny("iam:CreateRole", outside("eu-west-1")))).toHaveLength(1);
  });

  test("takes the most favourable of what depends on the request's arguments", () => {
    const tagged = { Condition: { StringNotEquals: { "aws:RequestTag/team": "a" } } };
    expect(found(platform, deny("ec2:CreateVpc", tagged))).toEqual([]);
    expect(found(platform, deny("ec2:CreateVpc", { Condition: { Bool: { "aws:SecureTransport": "false" } } }))).toEqual(
      [],
    );
  });

  test("is a note when it is of the removal alone", () => {
    const findings = found(service, deny("dynamodb:DeleteTable"));
    expect(findings).toMatchObject([{ rule: "removal-locked-out", severity: "note" }]);
  });

  test("counts Terraform's state where it is in the account", () => {
    const states = deny("s3:PutObject", { Resource: "arn:aws:s3:::states/*" });
    expect(found(service, states)[0]?.message).toContain("terraform state of orders-dev-stack");
    expect(found(platform, states)).toEqual([]);
  });

  test("is none in the management account, which nothing binds", () => {
    expect(found(needsOf(owner("management", "landfall-org"), json), deny("*"))).toEqual([]);
  });

  test("says once what locks out of many accounts", () => {
    const other = retargeted(
      platform,
      owner("orders-dev", "landfall-platform"),
      owner("orders-prod", "landfall-platform"),
    );
    const findings = lockouts(zoneWith(deny("ec2:CreateVpc")), [platform, other], loadUniverse());
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toContain("orders-dev-stack and orders-prod-stack");
  });

  test("refuses a resource type whose actions nobody wrote down", () => {
    const unknown = { ...platform, resources: [{ type: "aws_moon", arn: undefined }] };
    expect(() => found(unknown, deny("s3:*"))).toThrow("aws_moon");
  });

  test("finds the same of the sample zone's guardrails as the engine decides: nobody is locked out of the fixture's resources", () => {
    expect(lockouts(sample, [platform], loadUniverse()).filter(({ severity }) => severity === "error")).toEqual([]);
  });
});

test("the principals of a zone are the roles its stacks make and those that deploy them", () => {
  const principals = principalsOf(sample, [service]);
  expect(principals).toContain(`arn:aws:iam::${sample.ids.get("account/orders-dev")}:role/service/app`);
  expect(principals).toContain("arn:aws:iam::*:role/landfall-platform");
  expect(principals.some((principal) => principal.includes("AWSReservedSSO_"))).toBe(true);
});
