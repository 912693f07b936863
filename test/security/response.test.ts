import { describe, expect, test } from "@jest/globals";
import { buildAccount } from "../../accounts/account-stack";
import { foundationAccounts } from "../../declaration/foundation-accounts";
import type { LandingZone } from "../../declaration/model";
import { buildSecurity } from "../../security/security-stack";
import { buildStack } from "../fixtures/built-stack";
import { withIds } from "../fixtures/ids";
import { sample } from "../fixtures/zones";
import { policyOf } from "./policy-of";

const responding = (zone: LandingZone): LandingZone =>
  withIds({ ...zone, security: { ...zone.security, response: { quarantineUnit: "sandbox" } } });
const zone = responding(sample);
const security = buildStack(zone, ({ kind }) => kind === "security", buildSecurity);
const account = (name: string, of = zone) => buildStack(of, ({ id }) => id === name, buildAccount);

interface State {
  readonly Type: string;
  readonly Resource?: string;
  readonly Credentials?: Readonly<Record<string, string>>;
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Next?: string;
  readonly Default?: string;
  readonly End?: boolean;
  readonly Choices?: readonly { readonly StringEquals: string; readonly Next: string }[];
  readonly Catch?: readonly { readonly Next: string }[];
}

const definition = (): { readonly StartAt: string; readonly States: Readonly<Record<string, State>> } =>
  JSON.parse(String(security.at("aws_sfn_state_machine.quarantine")["definition"]));

describe("the runbook", () => {
  const { StartAt, States } = definition();

  test("leads from its start to its end, and every state it names is there", () => {
    const next = (state: State | undefined): readonly string[] =>
      [
        state?.Next,
        state?.Default,
        ...(state?.Choices ?? []).map((each) => each.Next),
        ...(state?.Catch ?? []).map((each) => each.Next),
      ].filter((name) => name !== undefined);
    const reached = new Set<string>();
    const visit = (name: string): void => {
      if (reached.has(name)) return;
      reached.add(name);
      next(States[name]).forEach(visit);
    };
    visit(StartAt);
    expect([...reached].sort()).toEqual(Object.keys(States).sort());
  });

  test("refuses each of the landing zone's own accounts before it does anything", () => {
    const first = States[StartAt];
    expect(first?.Choices?.map((each) => each.StringEquals).sort()).toEqual(
      foundationAccounts(sample)
        .map((name) => sample.ids.get(`account/${name}`))
        .sort(),
    );
    expect(first?.Choices?.every((each) => each.Next === "Refused")).toBe(true);
  });

  test("moves the account to the declared unit with the management account's role, even when no snapshot is made", () => {
    expect(States["Move"]).toMatchObject({
      Credentials: {
        RoleArn: expect.stringContaining(`${sample.ids.get("account/management")}:role/landfall-response-move`),
      },
      Parameters: { DestinationParentId: zone.ids.get("organizational-unit/sandbox") },
    });
    for (const name of ["FindVolumes", "SnapshotEach"]) expect(States[name]?.Catch?.[0]?.Next).toBe("FindParent");
  });

  test("may take on those two roles, and tell", () => {
    const policy = policyOf(security, "aws_iam_role_policy.response");
    expect(policy["TakeOnRoles"]?.Resource).toEqual([
      `arn:aws:iam::${sample.ids.get("account/management")}:role/landfall-response-move`,
      "arn:aws:iam::*:role/landfall-response-snapshot",
    ]);
    expect(policy["Tell"]?.Resource).toBe("${aws_sns_topic.response.arn}");
  });
});

describe("what the runbook takes on", () => {
  const trusted = {
    Principal: { AWS: `arn:aws:iam::${sample.ids.get("account/security-tooling")}:root` },
    Condition: {
      ArnEquals: {
        "aws:PrincipalArn": `arn:aws:iam::${sample.ids.get("account/security-tooling")}:role/landfall-response`,
      },
    },
  };

  test.each([
    ["management", "landfall-response-move", ["organizations:ListParents", "organizations:MoveAccount"]],
    ["orders-dev", "landfall-response-snapshot", ["ec2:DescribeVolumes", "ec2:CreateSnapshot", "ec2:CreateTags"]],
  ])("in %s is a role that only the runbook assumes, and that does no more", (name, role, actions) => {
    const stack = account(name);
    expect(stack.at("aws_iam_role.response")["name"]).toBe(role);
    const trust = JSON.parse(String(stack.at("aws_iam_role.response")["assume_role_policy"]));
    expect(trust.Statement).toEqual([expect.objectContaining(trusted)]);
    const allowed = Object.values(policyOf(stack, "aws_iam_role_policy.response")).flatMap(({ Action }) => Action);
    expect(allowed).toEqual(actions);
  });

  test("is not there when no runbook is declared", () => {
    expect([...account("orders-dev", sample).resources.keys()]).not.toContain("aws_iam_role.response");
  });
});

describe("the role for auditors", () => {
  const audited: LandingZone = { ...sample, baseline: { ...sample.baseline, auditorRole: true } };

  test.each(["management", "orders-dev"])("in %s is for the audit account, and reads no data", (name) => {
    const stack = account(name, audited);
    const trust = JSON.parse(String(stack.at("aws_iam_role.landfall-auditor")["assume_role_policy"]));
    expect(trust.Statement[0].Principal).toEqual({ AWS: `arn:aws:iam::${sample.ids.get("account/audit")}:root` });
    expect(stack.at("aws_iam_role_policy_attachment.landfall-auditor-audits")["policy_arn"]).toBe(
      "arn:aws:iam::aws:policy/SecurityAudit",
    );
    const policy = policyOf(stack, "aws_iam_role_policy.landfall-auditor");
    expect(Object.values(policy).every(({ Effect }) => Effect === "Deny")).toBe(true);
    expect(policy["NoObjects"]?.Action).toBe("s3:GetObject*");
  });
});
