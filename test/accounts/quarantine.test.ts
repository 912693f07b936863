import { describe, expect, test } from "@jest/globals";
import { buildAccount } from "../../accounts/account-stack";
import type { LandingZone } from "../../declaration/model";
import { buildStack, type BuiltStack } from "../fixtures/built-stack";
import { withIds } from "../fixtures/ids";
import { everything } from "../network/features/toggled";

const of = (zone: LandingZone, account: string): BuiltStack =>
  buildStack(zone, ({ id }) => id === account, buildAccount);
const payer = of(everything, "payer");
const [root, unit] = [everything.ids.get("root"), everything.ids.get("organizational-unit/quarantine")];

interface Machine {
  readonly States: {
    readonly Each: {
      readonly ItemProcessor: {
        readonly States: {
          readonly Belongs: {
            readonly Choices: readonly { readonly Or: readonly { readonly StringEquals: string }[] }[];
          };
          readonly Move: { readonly Parameters: object };
        };
      };
    };
  };
}
const machine = (stack: BuiltStack): Machine["States"]["Each"]["ItemProcessor"]["States"] =>
  (JSON.parse(String(stack.at("aws_sfn_state_machine.quarantine")["definition"])) as Machine).States.Each.ItemProcessor
    .States;
const staying = (stack: BuiltStack): readonly string[] =>
  machine(stack).Belongs.Choices.flatMap(({ Or }) => Or.map(({ StringEquals }) => StringEquals));

describe("the quarantine of accounts that appear at the root", () => {
  test("starts when an account was created or joined, where Organizations' events are", () => {
    const rule = payer.at("aws_cloudwatch_event_rule.quarantine");
    expect(rule).toMatchObject({ provider: "aws.global" });
    expect(JSON.parse(String(rule["event_pattern"]))).toMatchObject({
      source: ["aws.organizations"],
      detail: { eventName: ["AccountJoinedOrganization", "CreateAccountResult"] },
    });
    expect(payer.at("aws_sfn_state_machine.quarantine")).toMatchObject({ provider: "aws.global" });
  });

  test("moves from the root to the unit, and may do nothing else", () => {
    expect(machine(payer).Move.Parameters).toEqual({
      "AccountId.$": "$.Id",
      SourceParentId: root,
      DestinationParentId: unit,
    });
    const { Statement } = JSON.parse(String(payer.at("aws_iam_role_policy.quarantine")["policy"])) as {
      Statement: readonly { Action: readonly string[]; Resource: readonly string[] }[];
    };
    expect(Statement.flatMap(({ Action }) => Action)).toEqual([
      "organizations:ListAccountsForParent",
      "organizations:MoveAccount",
    ]);
    const targets = Statement.flatMap(({ Resource }) => Resource);
    expect(targets.filter((arn) => arn.includes(":ou/")).map((arn) => arn.split("/").at(-1))).toEqual([unit]);
  });

  test("leaves the accounts that belong at the root, and the management account, where they are", () => {
    expect(staying(payer)).toEqual([everything.ids.get("account/payer")]);
    const accounts = everything.accounts.map((account) =>
      account.name === "guest" ? { ...account, organizationalUnit: "root" } : account,
    );
    const zone = withIds({ ...everything, accounts });
    expect(staying(of(zone, "payer"))).toEqual([zone.ids.get("account/payer"), zone.ids.get("account/guest")]);
  });

  test("is in the management account alone", () => {
    expect([...of(everything, "guest").resources.keys()].filter((address) => address.includes("quarantine"))).toEqual(
      [],
    );
  });
});
