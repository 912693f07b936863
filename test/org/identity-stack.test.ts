import { describe, expect, test } from "@jest/globals";
import { buildIdentity } from "../../org/identity-stack";
import { buildStack } from "../fixtures/built-stack";
import { govCloud, sample } from "../fixtures/zones";

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
