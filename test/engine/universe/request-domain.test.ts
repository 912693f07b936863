import { describe, expect, test } from "@jest/globals";
import { regionsByPartition as declared } from "../../../declaration/regions";
import type { ActionFacts } from "../../../engine/universe/universe";
import { loadUniverse } from "../../../engine/universe/load-universe";
import { regionsByPartition } from "../../../engine/universe/regions";
import { requestDomain } from "../../../engine/universe/request-domain";

const account = { id: "111122223333", partition: "aws", organizationId: "o-a1b2c3d4e5" };

function action(name: string): ActionFacts {
  const found = loadUniverse().find(name);
  if (!found) throw new Error(name);
  return found;
}

const member = requestDomain(action("ec2:RunInstances"), account, "member");
const anybody = requestDomain(action("sqs:SendMessage"), account, "anybody");

describe("requests of a member's principals", () => {
  test("have a principal of the account, always", () => {
    expect(member.keyDomain("aws:PrincipalArn")).toEqual({
      presence: "always",
      multivalued: false,
      values: [
        "arn:aws:iam::111122223333:role/*",
        "arn:aws:iam::111122223333:user/*",
        "arn:aws:iam::111122223333:root",
        "arn:aws:sts::111122223333:federated-user/*",
      ],
    });
    expect(member.keyDomain("AWS:PRINCIPALACCOUNT").values).toEqual(["111122223333"]);
    expect(member.keyDomain("aws:PrincipalOrgID")).toMatchObject({ presence: "always", values: ["o-a1b2c3d4e5"] });
    expect(member.keyDomain("aws:PrincipalOrgPaths")).toMatchObject({ presence: "always", multivalued: true });
  });

  test("never come from a principal of an AWS service", () => {
    expect(member.keyDomain("aws:PrincipalIsAWSService")).toMatchObject({ presence: "always", values: ["false"] });
    expect(member.keyDomain("aws:PrincipalServiceName").presence).toBe("never");
  });

  test("can act on a resource of any account, in their partition", () => {
    expect(member.resources).toContain("arn:aws:ec2:*:*:instance/*");
  });

  test("ask for a region that exists", () => {
    expect(member.keyDomain("aws:RequestedRegion").values).toContain("eu-central-1");
    expect(regionsByPartition).toEqual(declared);
  });

  test("can carry a key of their service, of another, and one nobody documents", () => {
    for (const key of ["ec2:InstanceType", "s3:prefix", "ec2:Undocumented"]) {
      expect(member.keyDomain(key)).toMatchObject({ presence: "sometimes", values: undefined });
    }
  });

  test("have many values where the reference says so", () => {
    expect(member.keyDomain("aws:TagKeys").multivalued).toBe(true);
    expect(member.keyDomain("dynamodb:Attributes").multivalued).toBe(true);
    expect(member.keyDomain("ec2:InstanceType").multivalued).toBe(false);
  });

  test("may have many of a key that nobody documents: no proof rests on it having one", () => {
    expect(member.keyDomain("ec2:Undocumented").multivalued).toBe(true);
    expect(anybody.keyDomain("ec2:Undocumented").multivalued).toBe(true);
  });

  test("have yes and no for a Boolean key", () => {
    expect(member.keyDomain("aws:MultiFactorAuthPresent").values).toEqual(["true", "false"]);
  });

  test("are of an organisation even when its id is not known", () => {
    const unknown = requestDomain(action("ec2:RunInstances"), { ...account, organizationId: undefined }, "member");
    expect(unknown.keyDomain("aws:PrincipalOrgID")).toMatchObject({ presence: "always", values: ["o-*"] });
  });
});

describe("anybody's requests", () => {
  test("are on resources of the account", () => {
    expect(anybody.resources).toEqual(["arn:aws:sqs:*:111122223333:*"]);
    expect(anybody.keyDomain("aws:ResourceAccount").values).toEqual(["111122223333"]);
    expect(anybody.keyDomain("aws:ResourceOrgID").values).toEqual(["o-a1b2c3d4e5"]);
  });

  test("keep the empty account of a bucket's ARN", () => {
    expect(requestDomain(action("s3:DeleteBucket"), account, "anybody").resources).toContain("arn:aws:s3:::*");
  });

  test("can be anonymous or of an AWS service", () => {
    for (const key of [
      "aws:PrincipalArn",
      "aws:PrincipalOrgID",
      "aws:PrincipalIsAWSService",
      "aws:PrincipalServiceName",
    ]) {
      expect(anybody.keyDomain(key).presence).toBe("sometimes");
    }
    expect(anybody.keyDomain("aws:PrincipalIsAWSService").values).toEqual(["true", "false"]);
    expect(anybody.keyDomain("aws:PrincipalAccount").values).toContain("anonymous");
  });
});

test("domains that do not differ are one object", () => {
  expect(requestDomain(action("ec2:DescribeVpcs"), account, "member")).toBe(
    requestDomain(action("iam:ListRoles"), account, "member"),
  );
  expect(requestDomain(action("ec2:DescribeVpcs"), account, "anybody")).not.toBe(
    requestDomain(action("ec2:DescribeVpcs"), account, "member"),
  );
});
