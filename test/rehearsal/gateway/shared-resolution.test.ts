import { describe, expect, test } from "@jest/globals";
import type { AwsCall, AwsResponse } from "../../../rehearsal/gateway/call";
import { sharedResolution } from "../../../rehearsal/gateway/shared-resolution";
import { callOf } from "../authorize/call";

const owner = "111111111111";
const arn = `arn:aws:route53resolver:eu-west-1:${owner}:resolver-rule/rslvr-rr-1`;

function call(account: string, operation: string, input: object): AwsCall {
  return { ...callOf("route53resolver", operation, {}), account, body: Buffer.from(JSON.stringify(input)) };
}

const answered = (output: object): AwsResponse => ({
  status: 200,
  headers: {},
  body: Buffer.from(JSON.stringify(output)),
});

/** @param principals the share's */
function resolution(principals: readonly string[]) {
  const shared = sharedResolution({
    askRam: (_account, _region, _operation, filter) => {
      const { associationType } = filter as { associationType: string };
      const entities = associationType === "RESOURCE" ? [arn] : principals;
      return Promise.resolve(
        JSON.stringify({
          resourceShareAssociations: entities.map((associatedEntity) => ({
            resourceShareArn: "share",
            associationType,
            associatedEntity,
          })),
        }),
      );
    },
    askOrganizations: () => Promise.resolve("{}"),
  });
  const created = call(owner, "CreateResolverRule", { DomainName: "a.example" });
  shared.learn(created, answered({ ResolverRule: { Id: "rslvr-rr-1", Arn: arn } }));
  return (account: string, ResolverRuleId = "rslvr-rr-1") =>
    shared.link(call(account, "AssociateResolverRule", { ResolverRuleId, VPCId: "vpc-1" }), () => {
      throw new Error("nothing is forwarded");
    });
}

describe("a forward rule of another account", () => {
  test("is let through where it is shared", async () => {
    expect(await resolution(["222222222222"])("222222222222")).toBeUndefined();
    expect(await resolution([])(owner)).toBeUndefined();
  });

  test("does not exist for whom it is not shared with, and neither does one nobody made", async () => {
    expect(await resolution(["222222222222"])("333333333333")).toMatchObject({ status: 400 });
    expect(await resolution(["222222222222"])(owner, "rslvr-rr-2")).toMatchObject({ status: 400 });
  });
});
