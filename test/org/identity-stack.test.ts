import { describe, expect, test } from "@jest/globals";
import { accessOf } from "../../declaration/assignments";
import { buildIdentity } from "../../org/identity-stack";
import { buildStack } from "../fixtures/built-stack";
import { govCloud, sample } from "../fixtures/zones";
import { everything } from "../network/features/toggled";

const stack = buildStack(sample, ({ kind }) => kind === "identity", buildIdentity);

describe("identity", () => {
  test("gives each group of an account its permission sets there, and nothing else", () => {
    const declared = sample.accounts.flatMap((account) =>
      Object.entries(account.access).flatMap(([group, sets]) => sets.map((set) => `${account.name}_${group}_${set}`)),
    );
    expect([...stack.ofType("aws_ssoadmin_account_assignment").keys()].sort()).toEqual(declared.sort());
    expect(stack.at("aws_ssoadmin_account_assignment.orders-dev_orders-team_developer")).toMatchObject({
      permission_set_arn: "${aws_ssoadmin_permission_set.developer.arn}",
      principal_id: "${aws_identitystore_group.orders-team.group_id}",
      principal_type: "GROUP",
      target_id: sample.ids.get("account/orders-dev"),
      target_type: "AWS_ACCOUNT",
    });
  });

  test("ends a session after the hours the permission set says", () => {
    expect(stack.at("aws_ssoadmin_permission_set.administrator")).toMatchObject({ session_duration: "PT2H" });
  });

  test("attaches AWS's policies after the assignments, so that they are detached before", () => {
    expect(stack.at("aws_ssoadmin_managed_policy_attachment.developer_PowerUserAccess")).toMatchObject({
      managed_policy_arn: "arn:aws:iam::aws:policy/PowerUserAccess",
      depends_on: [
        "aws_ssoadmin_account_assignment.fulfilment-dev_fulfilment-team_developer",
        "aws_ssoadmin_account_assignment.orders-dev_orders-team_developer",
        "aws_ssoadmin_account_assignment.payments-dev_payments-team_developer",
      ],
    });
  });

  test("names the zone's partition", () => {
    const elsewhere = buildStack(govCloud, ({ kind }) => kind === "identity", buildIdentity);
    expect(elsewhere.at("aws_ssoadmin_managed_policy_attachment.auditor_SecurityAudit")).toMatchObject({
      managed_policy_arn: "arn:aws-us-gov:iam::aws:policy/SecurityAudit",
    });
  });
});

describe("a permission set in full", () => {
  const full = buildStack(everything, ({ kind }) => kind === "identity", buildIdentity);
  const assigned = ["guest", "lab", "shop-live"].map(
    (account) => `aws_ssoadmin_account_assignment.${account}_developers_developer`,
  );

  test("starts where it says and ends after its hours", () => {
    expect(full.at("aws_ssoadmin_permission_set.developer")).toMatchObject({
      session_duration: "PT8H",
      relay_state: "https://eu-west-1.console.aws.amazon.com/cloudwatch",
    });
    expect(full.at("aws_ssoadmin_permission_set.operator")).not.toHaveProperty("relay_state");
  });

  test("has its boundary before anything grants, and everything after the assignments", () => {
    const boundary = "aws_ssoadmin_permissions_boundary_attachment.developer";
    expect(full.at(boundary)).toMatchObject({
      permissions_boundary: { managed_policy_arn: "arn:aws:iam::aws:policy/PowerUserAccess" },
      depends_on: assigned,
    });
    for (const address of [
      "aws_ssoadmin_managed_policy_attachment.developer_ReadOnlyAccess",
      "aws_ssoadmin_customer_managed_policy_attachment.developer_teams_release",
      "aws_ssoadmin_permission_set_inline_policy.developer",
    ])
      expect(full.at(address)["depends_on"]).toEqual([...assigned, boundary]);
  });

  test("names the accounts' own policies by name and path", () => {
    expect(full.at("aws_ssoadmin_customer_managed_policy_attachment.developer_teams_release")).toMatchObject({
      customer_managed_policy_reference: { name: "release", path: "/teams/" },
    });
  });

  test("leaves IAM's variables in its inline policy to IAM", () => {
    expect(full.at("aws_ssoadmin_permission_set_inline_policy.developer")["inline_policy"]).toContain(
      "parameter/$${aws:PrincipalTag/team}/*",
    );
  });
});

describe("assignments of many accounts at once", () => {
  const access = (name: string): unknown => everything.accounts.find((account) => account.name === name)?.access;

  test("reach every account in or below a unit, and single ones, beside what the account gives itself", () => {
    expect(access("shop-live")).toEqual({ developers: ["developer"] });
    expect(access("lab")).toEqual({ developers: ["developer"], operators: ["operator"] });
    expect(access("transit")).toEqual({ operators: ["operator"] });
    expect(access("payer")).toEqual({ operators: ["operator"] });
    expect(access("records")).toEqual({});
  });

  test("give a permission set once, however often it is given", () => {
    const twice = [
      { group: "team", permissionSets: ["reader", "writer"], organizationalUnits: ["root"], accounts: ["one"] },
      { group: "team", permissionSets: ["writer"], organizationalUnits: ["apps"], accounts: [] },
    ];
    const account = { name: "one", organizationalUnit: "apps/live", access: { team: ["reader"] } };
    expect(accessOf(twice, account)).toEqual({ team: ["reader", "writer"] });
  });
});
