import { describe, expect, test } from "@jest/globals";
import { auditOf } from "../../audit/audit-of";
import { policyOf } from "../../audit/audited-guardrails";
import { boundsOf } from "../../audit/bounds-of";
import { escapeInWords } from "../../audit/claims/escape-words";
import { type Proof, proveClaim } from "../../audit/claims/prove";
import type { Finding } from "../../audit/finding";
import type { ClaimResult } from "../../audit/report/report";
import type { LandingZone } from "../../declaration/model";
import { decide } from "../../engine/decide/decide";
import type { Domain } from "../../engine/symbolic/domain";
import { loadUniverse } from "../../engine/universe/load-universe";
import { requestDomain } from "../../engine/universe/request-domain";
import type { ActionFacts } from "../../engine/universe/universe";
import { claimOf, own, zoneOf } from "./zone-of";

const universe = loadUniverse();

const workloads = [
  "fulfilment-dev",
  "fulfilment-prod",
  "notifications-prod",
  "orders-dev",
  "orders-prod",
  "payments-dev",
  "payments-prod",
  "reports-prod",
];

function resultOf(zone: LandingZone): ClaimResult {
  const [result, ...others] = auditOf({ zone, universe }).claims;
  if (result === undefined || others.length > 0) throw new Error("not one claim");
  return result;
}

const gateway = { Sid: "NoGateway", Effect: "Deny", Action: "ec2:CreateInternetGateway", Resource: "*" };

describe("a claim", () => {
  test("is proved for every account below what the guardrail is attached to", () => {
    const result = resultOf(zoneOf(own("gateways", gateway, [claimOf(["ec2:CreateInternetGateway"])])));
    expect(result).toMatchObject({ outcome: "proved", accounts: workloads.length, refutations: [] });
  });

  test("is refuted in those accounts when the statement is deleted", () => {
    const other = { ...gateway, Action: "ec2:CreateVpc" };
    const { outcome, refutations } = resultOf(zoneOf(own("gateways", other, [claimOf(["ec2:CreateInternetGateway"])])));
    expect(outcome).toBe("refuted");
    expect(refutations.map(({ accounts }) => accounts)).toEqual([workloads]);
    expect(refutations[0]?.request.action).toBe("ec2:CreateInternetGateway");
  });

  test("is proved where another guardrail on the path denies what its own does not", () => {
    const claim = claimOf(["ec2:CreateInternetGateway"]);
    const helper = {
      name: "helper",
      attachTo: ["workloads/prod"],
      document: own("x", gateway, []).document,
      claims: [],
    };
    const zone = zoneOf(own("gateways", { ...gateway, Action: "ec2:CreateVpc" }, [claim]), helper);
    const { outcome, refutations } = resultOf(zone);
    expect(outcome).toBe("refuted");
    expect(refutations.flatMap(({ accounts }) => accounts)).toEqual(["fulfilment-dev", "orders-dev", "payments-dev"]);
  });

  test("never binds the management account", () => {
    const everywhere = own("gateways", gateway, [claimOf(["ec2:CreateInternetGateway"])], { attachTo: ["root"] });
    const { accounts } = resultOf(zoneOf(everywhere));
    expect(accounts).toBe(13);
    expect(boundsOf(zoneOf(everywhere), "management")).toEqual({ scp: [], rcp: [] });
  });

  test("binds a single account that the guardrail is attached to", () => {
    const single = own("gateways", gateway, [claimOf(["ec2:*Vpc"])], { attachTo: [], accounts: ["orders-dev"] });
    expect(resultOf(zoneOf(single)).refutations.map(({ accounts }) => accounts)).toEqual([["orders-dev"]]);
  });

  test("says nothing when no action matches it, when no request fits it, and where it binds no account", () => {
    const why = (zone: LandingZone): unknown => [resultOf(zone).outcome, resultOf(zone).why];
    expect(why(zoneOf(own("a", gateway, [claimOf(["ec2:CreateInternetGatewey"])])))).toEqual([
      "vacuous",
      "no action matches it",
    ]);
    const contradiction = { StringEquals: { "aws:PrincipalTag/a": "b" }, Null: { "aws:PrincipalTag/a": "true" } };
    const impossible = claimOf(["ec2:CreateInternetGateway"], { when: contradiction });
    expect(why(zoneOf(own("b", gateway, [impossible])))).toEqual(["vacuous", "no request fits it"]);
    const nowhere = own("c", gateway, [claimOf(["ec2:CreateInternetGateway"])], { attachTo: ["suspended"] });
    expect(why(zoneOf(nowhere))).toEqual(["vacuous", "it binds no account"]);
    const findings = auditOf({ zone: zoneOf(nowhere), universe }).findings;
    expect(findings).toMatchObject([{ rule: "vacuous-claim", severity: "note", where: { guardrail: "c" } }]);
  });

  test("of anybody's requests is about resource control policies alone", () => {
    const Principal = "*";
    const statement = {
      ...gateway,
      Principal,
      Action: "s3:GetObject",
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    };
    const claim = claimOf(["s3:GetObject"], { caller: "anybody", when: { Bool: { "aws:SecureTransport": "false" } } });
    const scp = own("tls", { ...statement, Principal: undefined }, [claim]);
    const rcp = own("tls", statement, [claim], { attachTo: ["workloads"], kind: "rcp" });
    expect(resultOf(zoneOf(rcp)).outcome).toBe("proved");
    expect(auditOf({ zone: zoneOf(scp), universe }).claims[0]?.outcome).not.toBe("proved");
  });
});

describe("a refutation", () => {
  const exempt = "arn:aws:iam::*:role/builder";
  /** What a policy forgets, and the name of the escape it leaves. */
  const cases: readonly (readonly [string, object, RegExp])[] = [
    [
      "a missing key",
      { Condition: { StringEquals: { "aws:PrincipalTag/team": "a" } } },
      /missing key.*aws:PrincipalTag\/team/,
    ],
    [
      "an exemption",
      { Condition: { ArnNotLike: { "aws:PrincipalArn": exempt } } },
      /exemption: the statement leaves out whoever has aws:PrincipalArn .*role\/builder/,
    ],
    [
      "an unresolved variable",
      // Whoever has no such tag is denied nothing, though the key that is compared is there.
      { Resource: "arn:aws:ec2:*:*:internet-gateway/${aws:PrincipalTag/vpc}" },
      /^NoGateway: unresolved variable: arn/,
    ],
    [
      "IfExists in an Allow",
      { Effect: "Allow", Condition: { StringEqualsIfExists: { "aws:PrincipalTag/team": "a" } } },
      /^NoGateway: IfExists: without aws:PrincipalTag\/team/,
    ],
    ["ForAllValues", { Condition: { "ForAllValues:StringEquals": { "aws:TagKeys": ["a"] } } }, /ForAllValues/],
    ["a hole in NotAction", { Action: undefined, NotAction: "ec2:*" }, /NotAction: ec2:CreateInternetGateway/],
    [
      "another resource",
      { Resource: "arn:aws:ec2:eu-west-1:*:internet-gateway/*" },
      /resource: the statement does not speak of/,
    ],
  ];

  test.each(cases)("names the escape: %s", (_, change, name) => {
    const zone = zoneOf(own("gateways", { ...gateway, ...change }, [claimOf(["ec2:CreateInternetGateway"])]));
    const { outcome, refutations } = resultOf(zone);
    expect(outcome).toBe("refuted");
    expect(refutations[0]?.escape).toMatch(name);
  });

  test("is let through by the IfExists of an Allow where nothing else allows, and is not without it", () => {
    const claim = claimOf(["ec2:CreateInternetGateway"], {
      unless: [{ StringEquals: { "aws:PrincipalTag/team": "a" } }],
    });
    const asked = (operator: string): [Proof, string | undefined] => {
      const Condition = { [operator]: { "aws:PrincipalTag/team": "a" } };
      const allow = own("gateways", { ...gateway, Sid: "Team", Effect: "Allow", Condition }, []);
      const policy = policyOf(allow.document ?? "", "SERVICE_CONTROL_POLICY", "gateways");
      const bounds = { scp: [{ id: "root", policies: [{ id: "gateways", policy }] }], rcp: [] };
      const account = { id: "111122223333", partition: "aws", organizationId: "o-a1b2c3d4e5" };
      const domainOf = (action: ActionFacts): Domain => requestDomain(action, account, "member");
      const proof = proveClaim(claim, universe.matching("ec2:CreateInternetGateway"), { bounds, domainOf });
      return [proof, proof.outcome === "refuted" ? escapeInWords(policy, proof.request) : undefined];
    };
    const [proof, escape] = asked("StringEqualsIfExists");
    expect(proof).toMatchObject({
      outcome: "refuted",
      request: { context: expect.not.objectContaining({ "aws:PrincipalTag/team": "a" }) },
    });
    expect(escape).toBe("Team: IfExists: without aws:PrincipalTag/team in the request the condition holds");
    expect(asked("StringEquals")).toEqual([{ outcome: "proved" }, undefined]);
  });

  test("is a request that the concrete engine allows, of a principal of the account", () => {
    const statement = { ...gateway, Condition: { ArnNotLike: { "aws:PrincipalArn": exempt } } };
    const zone = zoneOf(own("gateways", statement, [claimOf(["ec2:CreateInternetGateway"])]));
    for (const { accounts, request } of resultOf(zone).refutations) {
      const [account = ""] = accounts;
      expect(decide(boundsOf(zone, account), request).verdict).toBe("allowed");
      expect(request.principal).toMatch(/^arn:aws:iam::\d{12}:role\/builder$/);
      expect(Object.keys(request.context)).toEqual(["aws:PrincipalArn"]);
    }
  });
});

describe("what a guardrail denies beyond its claims", () => {
  const findings = (zone: LandingZone): readonly string[] =>
    auditOf({ zone, universe }).findings.map(({ rule }) => rule);

  test("is a finding, with a request that shows it", () => {
    const wide = { ...gateway, Action: ["ec2:CreateInternetGateway", "ec2:CreateVpc"] };
    const zone = zoneOf(own("gateways", wide, [claimOf(["ec2:CreateInternetGateway"])]));
    const [finding] = auditOf({ zone, universe }).findings;
    expect(finding).toMatchObject({ rule: "denies-more-than-claimed", request: { action: "ec2:CreateVpc" } });
    expect(finding?.message).toBe("it denies what none of its claims says: requests of ec2:CreateVpc");
  });

  test("stands where the guardrail is declared, as others' findings do that have no place of their own", () => {
    const wide = { ...gateway, Action: ["ec2:CreateInternetGateway", "ec2:CreateVpc"] };
    const zone = zoneOf(own("gateways", wide, [claimOf(["ec2:CreateInternetGateway"])]));
    const other: Finding = { rule: "locked-out", severity: "error", message: "", remedy: "", where: {} };
    const { findings } = auditOf(
      { zone, universe },
      {
        placeOf: (guardrail) => ({ file: `${guardrail}.yaml`, line: 4, column: 3 }),
        findings: [
          { ...other, where: { guardrail: "gateways" } },
          { ...other, where: { guardrail: "gateways", file: "own.json", line: 9 } },
          { ...other, where: { account: "orders-dev" } },
        ],
      },
    );
    expect(findings.map(({ where: { file, line } }) => [file, line])).toEqual([
      ["gateways.yaml", 4],
      ["own.json", 9],
      [undefined, undefined],
      ["gateways.yaml", 4],
    ]);
  });

  test("is none when claims say all of it", () => {
    expect(findings(zoneOf(own("a", gateway, [claimOf(["ec2:CreateInternetGateway"])])))).toEqual([]);
  });

  test("is a note when there is no claim at all", () => {
    expect(findings(zoneOf(own("a", gateway, [])))).toEqual(["no-claims"]);
  });
});

describe("an audit that is narrowed", () => {
  const zone = zoneOf(
    own("gateways", gateway, [claimOf(["ec2:CreateInternetGateway"])]),
    own("keys", { ...gateway, Action: "kms:Decrypt" }, [claimOf(["kms:Decrypt"])], { attachTo: ["security"] }),
  );

  test("to an account shows it alone and the guardrails that bind it", () => {
    const { claims, matrix } = auditOf({ zone, universe }, { account: "orders-dev" });
    expect(claims.map(({ guardrail }) => guardrail)).toEqual(["gateways"]);
    expect(matrix.accounts.map(({ name }) => name)).toEqual(["orders-dev"]);
  });

  test("to actions shows those alone and the claims that speak of them", () => {
    const { claims, matrix, findings } = auditOf({ zone, universe }, { action: "kms:De*" });
    expect(claims.map(({ guardrail }) => guardrail)).toEqual(["keys"]);
    expect(matrix.services.map(({ prefix }) => prefix)).toEqual(["kms"]);
    expect(matrix.services[0]?.actions.every((name) => name.startsWith("De"))).toBe(true);
    expect(findings).toEqual([]);
  });

  test("to what does not exist says the nearest", () => {
    expect(() => auditOf({ zone, universe }, { account: "orders-dve" })).toThrow(
      /orders-dve; did you mean orders-dev\?/,
    );
    expect(() => auditOf({ zone, universe }, { action: "s3:PutObjekt" })).toThrow(/did you mean s3:PutObject\?/);
    expect(() => auditOf({ zone, universe }, { action: "s4:PutObject" })).toThrow(
      /no action of AWS matches s4:PutObject/,
    );
  });
});

test("a resource control policy denies nothing of services that it does not bind, whatever its actions say", () => {
  const statement = { Effect: "Deny", Principal: "*", Action: ["s3:*", "sqs:*"], Resource: "*" };
  const attached = { attachTo: ["workloads"], kind: "rcp" } as const;
  const s3 = zoneOf(own("all", statement, [claimOf(["s3:GetObject"], { caller: "anybody" })], attached));
  const ec2 = zoneOf(own("all", statement, [claimOf(["ec2:RunInstances"], { caller: "anybody" })], attached));
  expect(auditOf({ zone: s3, universe }).claims[0]?.outcome).toBe("proved");
  expect(auditOf({ zone: ec2, universe }).claims[0]?.outcome).toBe("refuted");
});
