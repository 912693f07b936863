import { describe, expect, test } from "@jest/globals";
import { auditOf } from "../../audit/audit-of";
import { isIdKey } from "../../audit/zone/account-ids";
import { idsFrom } from "../../declaration/ids";
import type { LandingZone } from "../../declaration/model";
import { decide } from "../../engine/decide/decide";
import { boundsOf } from "../../audit/bounds-of";
import { keyNames } from "../../engine/universe/key-domains";
import { loadUniverse } from "../../engine/universe/load-universe";
import { requestDomain } from "../../engine/universe/request-domain";
import { narrowed } from "../../audit/zone/narrowed";
import { claimOf, own, zoneOf } from "./zone-of";

const universe = narrowed(loadUniverse(), "sqs:DeleteQueue");

/** The eight accounts of workloads, two ids that begin with 1 and six with 9. */
function withIdsOfTwoKinds(zone: LandingZone): LandingZone {
  const ids = {
    "account/fulfilment-dev": "955555555555",
    "account/fulfilment-prod": "966666666666",
    "account/notifications-prod": "977777777777",
    "account/orders-dev": "111111111111",
    "account/orders-prod": "999999999999",
    "account/payments-dev": "122222222222",
    "account/payments-prod": "988888888888",
    "account/reports-prod": "944444444444",
  };
  return { ...zone, ids: idsFrom({ ...Object.fromEntries(zone.ids.entries()), ...ids }) };
}

function refutedIn(
  Condition: object,
  when: NonNullable<Parameters<typeof claimOf>[1]>["when"] = {},
): readonly string[] {
  const statement = { Sid: "Some", Effect: "Deny", Action: "sqs:DeleteQueue", Resource: "*", Condition };
  const zone = withIdsOfTwoKinds(zoneOf(own("some", statement, [claimOf(["sqs:DeleteQueue"], { when })])));
  const [claim] = auditOf({ zone, universe }).claims;
  for (const { accounts, request } of claim?.refutations ?? []) {
    for (const account of accounts) expect(decide(boundsOf(zone, account), request).verdict).toBe("allowed");
    expect(request.context["aws:PrincipalAccount"] ?? "988888888888").toMatch(/^9/);
  }
  return (claim?.refutations ?? []).flatMap(({ accounts }) => accounts);
}

const others = [
  "fulfilment-dev",
  "fulfilment-prod",
  "notifications-prod",
  "orders-prod",
  "payments-prod",
  "reports-prod",
];

describe("accounts that differ in their id alone", () => {
  test.each([
    ["a pattern of ids", { StringLike: { "aws:PrincipalAccount": "1*" } }],
    ["a pattern whose wildcard crosses colons", { StringLike: { "aws:PrincipalArn": "*::1*" } }],
    ["a pattern of one component of an ARN", { ArnLike: { "aws:PrincipalArn": "arn:aws:*::1?????????*:*" } }],
    ["an order of ids", { NumericLessThan: { "aws:PrincipalAccount": "500000000000" } }],
    ["two ids by name", { StringEquals: { "aws:PrincipalAccount": ["111111111111", "122222222222"] } }],
  ])("are not taken for each other where a policy tells them apart by %s", (_, condition) => {
    expect(refutedIn(condition)).toEqual(others);
  });

  test("are told apart through the variable that ties another key to the id", () => {
    const owned = { StringEquals: { "aws:PrincipalTag/owner": "${aws:PrincipalAccount}" } };
    expect(refutedIn({ StringLike: { "aws:PrincipalTag/owner": "1*" } }, owned)).toEqual(others);
  });

  test("are one group where a pattern beside a digit is of no id", () => {
    const condition = { StringNotLike: { "sqs:x": "t3*", "aws:PrincipalArn": "arn:aws:iam::*:role/team-1*" } };
    const statement = { Sid: "Some", Effect: "Deny", Action: "sqs:DeleteQueue", Resource: "*", Condition: condition };
    const zone = withIdsOfTwoKinds(zoneOf(own("some", statement, [claimOf(["sqs:DeleteQueue"])])));
    expect(auditOf({ zone, universe }).claims[0]?.refutations.map(({ accounts }) => accounts.length)).toEqual([8]);
  });

  test("differ in the keys that are taken to carry an id, and in no other", () => {
    const [action] = universe.actions;
    if (action === undefined) throw new Error("no action");
    const differs = (caller: "member" | "anybody") => (key: string) => {
      const [one, other] = ["111111111111", "999999999999"].map((id) =>
        requestDomain(action, { id, partition: "aws", organizationId: "o-abcdefghij" }, caller).keyDomain(key),
      );
      return JSON.stringify(one) !== JSON.stringify(other);
    };
    const carrying = [
      ...new Set((["member", "anybody"] as const).flatMap((caller) => keyNames().filter(differs(caller)))),
    ];
    expect(carrying.length).toBeGreaterThanOrEqual(4);
    expect(carrying.filter((key) => !isIdKey(key))).toEqual([]);
  });
});

describe("ids that AWS has not chosen yet", () => {
  const outcomeOf = (zone: LandingZone, Condition: object): string | undefined => {
    const statement = { Sid: "Some", Effect: "Deny", Action: "sqs:DeleteQueue", Resource: "*", Condition };
    const guardrail = own("some", statement, [claimOf(["sqs:DeleteQueue"])]);
    return auditOf({ zone: { ...zone, guardrails: [guardrail] }, universe }).claims[0]?.outcome;
  };
  const chosen = (key: string, id: string): LandingZone => {
    const zone = withIdsOfTwoKinds(zoneOf());
    return { ...zone, ids: idsFrom({ ...Object.fromEntries(zone.ids.entries()), [key]: id }) };
  };

  test("may be the organisation's that a policy exempts", () => {
    const condition = { StringNotEquals: { "aws:PrincipalOrgID": "o-exampleorg" } };
    expect(outcomeOf(zoneOf(), condition)).toBe("refuted");
    expect(outcomeOf(chosen("organization", "o-exampleorg"), condition)).toBe("refuted");
    expect(outcomeOf(chosen("organization", "o-another000"), condition)).toBe("proved");
  });

  test("may be the account's that a policy exempts", () => {
    const condition = { StringNotEquals: { "aws:PrincipalAccount": "123456789012" } };
    expect(outcomeOf(zoneOf(), condition)).toBe("refuted");
    expect(outcomeOf(chosen("account/orders-dev", "123456789012"), condition)).toBe("refuted");
    expect(outcomeOf(chosen("account/orders-dev", "210987654321"), condition)).toBe("proved");
  });

  test("do not make a service-linked role, which nothing binds, an escape", () => {
    const condition = { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/aws-service-role/*" } };
    expect(outcomeOf(zoneOf(), condition)).toBe("proved");
  });
});
