import { describe, expect, test } from "@jest/globals";
import type { Bounds, Level } from "../../../engine/bounds";
import { compileBounds } from "../../../engine/decide/compile";
import { decide } from "../../../engine/decide/decide";
import type { Request } from "../../../engine/request";
import { levelOf, policyOf } from "./levels";

const allowAll = { Sid: "All", Effect: "Allow", Action: "*", Resource: "*" };
const allowS3 = { Sid: "S3", Effect: "Allow", Action: "s3:*", Resource: "*" };
const denyDelete = { Sid: "NoDelete", Effect: "Deny", Action: "s3:Delete*", Resource: "*" };

function verdict(scp: readonly Level[], request: Partial<Request> = {}, rcp: readonly Level[] = []): string {
  const bounds: Bounds = { scp, rcp };
  const whole = { action: "s3:DeleteBucket", resource: "arn:aws:s3:::b", context: {}, ...request };
  const { verdict: plain } = decide(bounds, whole);
  expect(compileBounds(bounds)(whole)).toBe(plain);
  return plain;
}

const root = levelOf("root", allowAll);
const ou = levelOf("ou", allowAll);
const account = levelOf("account", allowAll);

describe('an Allow must exist at every level (Organizations User Guide, "SCP evaluation")', () => {
  test.each<[string, readonly Level[], string]>([
    ["allowed everywhere", [root, ou, account], "allowed"],
    ["not at the root", [levelOf("root"), ou, account], "implicit-deny"],
    ["not at the unit", [root, levelOf("ou"), account], "implicit-deny"],
    ["not at the account", [root, ou, levelOf("account")], "implicit-deny"],
    ["by a narrower list", [root, levelOf("ou", allowS3), account], "allowed"],
    ["by a list of something else", [root, levelOf("ou", { ...allowS3, Action: "ec2:*" }), account], "implicit-deny"],
    ["on no path, as for the management account", [], "allowed"],
  ])("%s", (_says, scp, expected) => {
    expect(verdict(scp)).toBe(expected);
  });

  test("within one level the attached policies are a union", () => {
    const attached = [policyOf("a", { ...allowS3, Action: "ec2:*" }), policyOf("b", allowS3)];
    expect(verdict([root, { id: "ou", policies: attached }, account])).toBe("allowed");
  });
});

describe('a Deny anywhere wins (Organizations User Guide, "SCP evaluation")', () => {
  test.each(["root", "ou", "account"])("at the %s", (at) => {
    const scp = [root, ou, account].map((level) => (level.id === at ? levelOf(at, allowAll, denyDelete) : level));
    expect(verdict(scp)).toBe("explicit-deny");
    expect(verdict(scp, { action: "s3:GetObject" })).toBe("allowed");
  });

  test("and is reported before a missing Allow at another level", () => {
    expect(verdict([levelOf("root"), levelOf("ou", allowAll, denyDelete)])).toBe("explicit-deny");
  });
});

describe("who is not bound", () => {
  const scp = [levelOf("root", allowAll, denyDelete)];
  const serviceLinked = "arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS";

  test.each<[string, Partial<Request>, string]>([
    ["a service-linked role", { principal: serviceLinked }, "allowed"],
    ["the same by its context key, in any case", { context: { "AWS:principalarn": serviceLinked } }, "allowed"],
    ["a role with a name like it", { principal: "arn:aws:iam::1:role/AWSServiceRoleForECS" }, "explicit-deny"],
    ["a session of one", { principal: "arn:aws:sts::1:assumed-role/AWSServiceRoleForECS/s" }, "explicit-deny"],
    ["a role whose path has it further in", { principal: "arn:aws:iam::1:role/x/aws-service-role/y" }, "explicit-deny"],
    ["the root user of a member account", { principal: "arn:aws:iam::111122223333:root" }, "explicit-deny"],
    ["nobody said who", {}, "explicit-deny"],
  ])("%s", (_says, request, expected) => {
    expect(verdict(scp, request)).toBe(expected);
  });
});

describe('resource control policies (Organizations User Guide, "RCP evaluation")', () => {
  const rcp = [levelOf("root", denyDelete)];

  test("deny, and need no Allow", () => {
    expect(verdict([root], {}, rcp)).toBe("explicit-deny");
    expect(verdict([root], { action: "s3:GetObject" }, rcp)).toBe("allowed");
    expect(verdict([], {}, [levelOf("root")])).toBe("allowed");
  });

  test("pass by the services that do not support them", () => {
    const everything = [levelOf("root", { ...denyDelete, Action: "*" })];
    expect(verdict([root], { action: "ec2:RunInstances" }, everything)).toBe("allowed");
    expect(verdict([root], { action: "s3:GetObject" }, everything)).toBe("explicit-deny");
  });
});

test("a decision names, level by level, the statements that apply", () => {
  const decision = decide(
    { scp: [root, levelOf("ou", allowS3, denyDelete)], rcp: [levelOf("root", denyDelete)] },
    { action: "s3:DeleteBucket", resource: "*", context: {} },
  );
  const lines = decision.levels.map(({ layer, level, verdict, allows, denies }) => [
    `${layer} ${level} ${verdict}`,
    ...[...allows, ...denies].map(({ policy, statement }) => `${policy} ${statement.sid}`),
  ]);
  expect(lines).toEqual([
    ["scp root allowed", "root-policy All"],
    ["scp ou explicit-deny", "ou-policy S3", "ou-policy NoDelete"],
    ["rcp root explicit-deny", "root-policy NoDelete"],
  ]);
});
