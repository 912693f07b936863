import { describe, expect, test } from "@jest/globals";
import { buildAccount } from "../../accounts/account-stack";
import type { LandingZone } from "../../declaration/model";
import { sliceOf } from "../../declaration/slice/slice-of";
import { accountStackId, stacksOf } from "../../declaration/stacks";
import { type BuiltStack, buildStack } from "../fixtures/built-stack";
import { sample } from "../fixtures/zones";

const piped: LandingZone = { ...sample, pipeline: { repository: "acme/landing-zone", approval: [] } };
const unpiped: LandingZone = { ...sample, pipeline: undefined };
const address = "aws_iam_role.landfall-plan";

function accountStack(zone: LandingZone, account: string): BuiltStack {
  return buildStack(zone, ({ id }) => id === accountStackId(account), buildAccount);
}

interface Policy {
  readonly Statement: readonly {
    readonly Effect: string;
    readonly Action: string | readonly string[];
    readonly Principal?: unknown;
    readonly Condition?: unknown;
    readonly NotResource?: readonly string[];
  }[];
}

describe("the role that reads, for plans of pull requests", () => {
  test("is in every account but management, where bootstrap makes it", () => {
    const accounts = piped.accounts.filter(({ name }) => name !== "management").map(({ name }) => name);
    const lacking = accounts.filter((name) => !accountStack(piped, name).resources.has(address));
    expect(lacking).toEqual([]);
    expect(accountStack(piped, "management").resources.has(address)).toBe(false);
  });

  test("is in none while the zone names no repository", () => {
    expect(accountStack(unpiped, "orders-dev").resources.has(address)).toBe(false);
  });

  test("trusts the role of its name in management alone", () => {
    const trust = JSON.parse(String(accountStack(piped, "orders-dev").at(address)["assume_role_policy"])) as Policy;
    const management = sample.ids.get("account/management");
    expect(trust.Statement).toEqual([
      expect.objectContaining({
        Action: "sts:AssumeRole",
        Principal: { AWS: `arn:aws:iam::${management}:root` },
        Condition: { ArnEquals: { "aws:PrincipalArn": `arn:aws:iam::${management}:role/landfall-plan` } },
      }),
    ]);
  });

  test("reads no data: not a table's, a queue's or a log's, and no object but the states of its account", () => {
    const built = accountStack(piped, "orders-dev");
    const policy = JSON.parse(String(built.at("aws_iam_role_policy.landfall-plan")["policy"])) as Policy;
    expect(policy.Statement.map(({ Effect }) => Effect)).toEqual(["Deny", "Deny"]);
    const denied = policy.Statement.flatMap(({ Action }) => Action);
    expect(denied).toEqual(
      expect.arrayContaining([
        "s3:GetObject",
        "dynamodb:GetItem",
        "dynamodb:Scan",
        "sqs:ReceiveMessage",
        "logs:GetLogEvents",
      ]),
    );
    const account = sample.ids.get("account/orders-dev");
    expect(policy.Statement.flatMap(({ NotResource }) => NotResource ?? [])).toEqual([
      `arn:aws:s3:::acme-landfall-state-${account}/*`,
    ]);
  });

  test("does not change with the repository or its approvals, so that no account is deployed for them", () => {
    const other: LandingZone = { ...sample, pipeline: { repository: "acme/other", approval: ["org"] } };
    const slice = (zone: LandingZone) => {
      const spec = stacksOf(zone).find(({ id }) => id === "orders-dev");
      if (!spec) throw new Error("the sample has no stack orders-dev");
      return JSON.stringify(sliceOf(zone, spec));
    };
    expect(slice(other)).toBe(slice(piped));
    expect(slice(unpiped)).not.toBe(slice(piped));
  });
});
