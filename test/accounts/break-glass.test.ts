import { describe, expect, test } from "@jest/globals";
import { buildAccount } from "../../accounts/account-stack";
import { breakGlassRegions } from "../../accounts/break-glass/break-glass";
import type { LandingZone } from "../../declaration/model";
import { buildStack, type BuiltStack } from "../fixtures/built-stack";
import { withIds } from "../fixtures/ids";
import { everything } from "../network/features/toggled";

const of = (zone: LandingZone, account: string): BuiltStack =>
  buildStack(zone, ({ id }) => id === account, buildAccount);
const management = everything.ids.get("account/payer");
const [member, payer] = [of(everything, "guest"), of(everything, "payer")];
const role = "aws_iam_role.landfall-break-glass";

describe("the role for emergencies", () => {
  test("is in every active account, the management account too", () => {
    for (const { name } of everything.accounts)
      expect(of(everything, name).at(role)).toMatchObject({ max_session_duration: 3600 });
    expect(member.at("aws_iam_role_policy_attachment.break-glass_AdministratorAccess")).toMatchObject({
      policy_arn: "arn:aws:iam::aws:policy/AdministratorAccess",
    });
  });

  test("lets in the named users with a fresh MFA, by endpoints that the alarm watches, and nobody else", () => {
    const trust: unknown = JSON.parse(String(member.at(role)["assume_role_policy"]));
    expect(trust).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "NamedUsersWithMfa",
          Effect: "Allow",
          Principal: { AWS: `arn:aws:iam::${management}:root` },
          Action: "sts:AssumeRole",
          Condition: {
            ArnEquals: {
              "aws:PrincipalArn": ["first-responder", "second-responder"].map(
                (user) => `arn:aws:iam::${management}:user/${user}`,
              ),
            },
            Bool: { "aws:MultiFactorAuthPresent": "true" },
            NumericLessThan: { "aws:MultiFactorAuthAge": "3600" },
            StringEquals: { "aws:RequestedRegion": ["eu-west-1", "us-east-1"] },
          },
        },
      ],
    });
  });

  test("is nowhere unless it is declared", () => {
    const without = withIds({ ...everything, identity: { ...everything.identity, breakGlass: undefined } });
    expect([...of(without, "payer").resources.keys()].filter((address) => address.includes("break-glass"))).toEqual([]);
  });
});

describe("the alarm on its use", () => {
  const rules = [...payer.ofType("aws_cloudwatch_event_rule")].filter(([name]) => name.startsWith("break-glass"));

  test("is in the management account alone, in every region the role can be assumed by", () => {
    expect([...member.resources.keys()].filter((address) => /event_rule|sns/.test(address))).toEqual([]);
    expect(rules.map(([, { provider = "home" }]) => provider)).toEqual(["home", "aws.global"]);
    expect(breakGlassRegions(everything)).toHaveLength(rules.length);
    expect(payer.top).toMatchObject({
      provider: { aws: [{ region: "eu-west-1" }, { alias: "global", region: "us-east-1" }] },
    });
  });

  test("hears of read-only calls, which assuming a role is", () => {
    for (const [, rule] of rules) {
      expect(rule["state"]).toBe("ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS");
      expect(JSON.parse(String(rule["event_pattern"]))).toMatchObject({
        detail: {
          eventName: ["AssumeRole"],
          requestParameters: { roleArn: [{ suffix: ":role/landfall-break-glass" }] },
        },
      });
    }
  });

  test("reaches people through a topic that this rule alone may publish to", () => {
    expect(payer.at("aws_cloudwatch_event_target.break-glass")).toMatchObject({
      arn: "${aws_sns_topic.break-glass.arn}",
    });
    expect(payer.at("aws_sns_topic_subscription.break-glass")).toMatchObject({
      protocol: "email",
      endpoint: "security@whole.example",
    });
    expect(payer.at("aws_sns_topic_policy.break-glass")["policy"]).toContain(
      `"aws:SourceArn":"arn:aws:events:eu-west-1:${management}:rule/landfall-break-glass"`,
    );
  });

  test("is forwarded from the global endpoint's region to the home region's bus, and needs that only where they differ", () => {
    const bus = `arn:aws:events:eu-west-1:${management}:event-bus/default`;
    expect(payer.at("aws_cloudwatch_event_target.break-glass-global")).toMatchObject({
      arn: bus,
      provider: "aws.global",
    });
    expect(payer.at("aws_iam_role_policy.break-glass-events")["policy"]).toContain(`"Resource":"${bus}"`);
    const american = { ...everything, regions: { ...everything.regions, home: "us-east-1" } };
    expect([...of(american, "payer").ofType("aws_cloudwatch_event_rule").keys()]).not.toContain("break-glass-global");
  });
});
