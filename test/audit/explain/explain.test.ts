import { describe, expect, test } from "@jest/globals";
import { explain, type Explanation, type Question } from "../../../audit/explain/explain";
import { withPlaceholderIds } from "../../../declaration/placeholder-ids";
import { loadUniverse } from "../../../engine/universe/load-universe";
import { own, zoneOf } from "../zone-of";

const plainHttp = {
  Sid: "PlainHttp",
  Effect: "Deny",
  Principal: "*",
  Action: "sqs:*",
  Resource: "*",
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const zone = withPlaceholderIds(
  zoneOf(
    own("tls", plainHttp, [], { attachTo: ["workloads"], kind: "rcp" }),
    own("no-delete", { Sid: "NoDelete", Effect: "Deny", Action: "sqs:DeleteQueue", Resource: "*" }, []),
  ),
);

function queueOf(account: string): string {
  return `arn:aws:sqs:eu-west-1:${zone.ids.get(`account/${account}`)}:q`;
}

function asked(account: string, actionName: string, more: Partial<Question> = {}): Explanation {
  const action = loadUniverse().find(actionName);
  if (action === undefined) throw new Error(`no action ${actionName}`);
  const question = { account, action, resource: undefined, principal: undefined, context: {}, absent: [] };
  return explain(zone, { ...question, region: "eu-west-1", ...more }, () => undefined);
}

const plain = { context: { "aws:SecureTransport": "false" } };

describe("whose resource control policies bind a call", () => {
  test.each<[string, string, Partial<Question>, Explanation["verdict"], readonly string[]]>([
    ["those of the account, where no ARN says otherwise", "orders-dev", plain, "explicit-deny", ["workloads"]],
    [
      "those of the account the resource is in",
      "audit",
      { ...plain, resource: queueOf("orders-dev") },
      "explicit-deny",
      ["workloads"],
    ],
    ["none of another account of the zone", "orders-dev", { ...plain, resource: queueOf("audit") }, "allowed", []],
    [
      "none where nobody of the zone has the resource",
      "orders-dev",
      { ...plain, resource: "arn:aws:sqs:eu-west-1:999999999999:q" },
      "allowed",
      [],
    ],
    [
      "a member's bind the management account too",
      "management",
      { ...plain, resource: queueOf("orders-dev") },
      "explicit-deny",
      ["workloads"],
    ],
  ])("%s", (_says, account, more, verdict, denying) => {
    const explanation = asked(account, "sqs:SendMessage", more);
    expect(explanation).toMatchObject({ verdict, unbound: undefined });
    const denied = explanation.levels.filter(({ layer, verdict }) => layer === "rcp" && verdict === "explicit-deny");
    expect(denied.map(({ level }) => level)).toEqual(denying);
  });
});

describe("why nothing binds a call", () => {
  test("the management account acts on what is its own", () => {
    const { unbound, verdict, levels } = asked("management", "sqs:DeleteQueue", plain);
    expect({ unbound, verdict, levels }).toEqual({ unbound: "management account", verdict: "allowed", levels: [] });
  });

  test("a service-linked role calls", () => {
    const principal = "arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX";
    expect(asked("orders-dev", "sqs:DeleteQueue", { principal })).toMatchObject({
      unbound: "service-linked role",
      verdict: "allowed",
    });
    expect(asked("orders-dev", "sqs:DeleteQueue").verdict).toBe("explicit-deny");
  });
});
