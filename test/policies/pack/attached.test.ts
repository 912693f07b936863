import { describe, expect, test } from "@jest/globals";
import type { GuardrailAttachment, LandingZone } from "../../../declaration/model";
import { UserError } from "../../../declaration/user-error";
import { attachedPolicies, type ZonePolicy } from "../../../policies/attached";
import { sample } from "../../fixtures/zones";
import { ownPolicy, withGuardrails } from "./own-policy";

const many = (count: number, actions: number, attachTo = ["root"]): readonly GuardrailAttachment[] =>
  Array.from({ length: count }, (_, index) => ownPolicy(`own-${String(index).padStart(2, "0")}`, actions, attachTo));

const names = (policies: readonly ZonePolicy[]): readonly string[] => policies.map(({ name }) => name);

describe("the policies AWS holds", () => {
  test("say all guardrails of a unit in one policy when it fits", () => {
    const policies = attachedPolicies(sample);
    expect(names(policies)).toContain("acme-workloads-1");
    for (const { path } of sample.organizationalUnits) {
      const declared = sample.guardrails.filter(({ attachTo }) => attachTo.includes(path)).map(({ name }) => name);
      const here = policies.filter(({ units }) => units.includes(path));
      expect(here.flatMap(({ guardrails }) => guardrails).sort()).toEqual(declared.sort());
      expect(here.every(({ document }) => Buffer.byteLength(document) <= 10_240)).toBe(true);
    }
  });

  test("do not depend on the order of the declaration", () => {
    const guardrails = many(30, 100);
    expect(attachedPolicies(withGuardrails([...guardrails].reverse()))).toEqual(
      attachedPolicies(withGuardrails(guardrails)),
    );
  });

  test("are more when one is full, and still as few as there can be", () => {
    // 30 guardrails of about 1,750 bytes: five of them fit in one policy.
    expect([...names(attachedPolicies(withGuardrails(many(30, 100))))].sort()).toEqual(
      [1, 2, 3, 4, 5, 6].map((index) => `acme-root-${index}`),
    );
  });

  test("leave all others as they are when one guardrail changes", () => {
    const before = attachedPolicies(withGuardrails(many(12, 100)));
    const [first, ...others] = many(12, 100);
    const changed = ownPolicy("own-00", 90);
    expect(first?.name).toBe(changed.name);
    const after = attachedPolicies(withGuardrails([changed, ...others]));
    expect(names(after)).toEqual(names(before));
    expect(after.filter(({ document }, index) => document !== before[index]?.document)).toHaveLength(1);
  });

  test("take a guardrail apart only when it is too large to be in one policy", () => {
    const parts = Array.from({ length: 3 }, (_, index) => ({
      Sid: `Part${index}`,
      Effect: "Deny",
      Action: Array.from({ length: 250 }, (__, at) => `ec2:P${index}Act${String(at).padStart(6, "0")}`),
      Resource: `arn:aws:ec2:*:*:part${index}/*`,
    }));
    const document = JSON.stringify({ Version: "2012-10-17", Statement: parts });
    const policies = attachedPolicies(withGuardrails([{ name: "large", attachTo: ["root"], document }]));
    expect(policies).toHaveLength(2);
    expect(policies.map(({ guardrails }) => guardrails)).toEqual([["large"], ["large"]]);
    expect(policies.every((policy) => policy.document.includes('"Sid":"Part'))).toBe(true);
  });

  test("drop Sids when nothing else makes room", () => {
    const zone = withGuardrails(many(3, 5));
    const [roomy] = attachedPolicies(zone);
    expect(roomy?.document).toContain("Sid");
    const scpBytes = Buffer.byteLength(roomy?.document ?? "") - 1;
    const quotas = { ...sample.organization.quotas, scpAttached: 2, scpBytes };
    const [policy, ...none] = attachedPolicies({ ...zone, organization: { ...sample.organization, quotas } });
    expect(none).toEqual([]);
    expect(policy?.document).not.toContain("Sid");
  });

  test("are one for all accounts with the same guardrails, and another for an account with more", () => {
    const guardrails = [
      { ...ownPolicy("one", 5, []), accounts: ["orders-dev", "orders-prod", "network"] },
      { ...ownPolicy("two", 5, []), accounts: ["network"] },
    ];
    const found = attachedPolicies(withGuardrails(guardrails)).map(({ name, accounts }) => ({ name, accounts }));
    expect(found).toEqual([
      { name: expect.stringMatching(/^acme-accounts:[0-9a-f]{8}-1$/), accounts: ["network"] },
      { name: "acme-accounts:one-1", accounts: ["orders-dev", "orders-prod"] },
    ]);
  });

  test("keep service and resource control policies apart", () => {
    const rcp = { ...ownPolicy("resource", 5), kind: "rcp" } as const;
    expect(
      attachedPolicies(withGuardrails([ownPolicy("service", 5), rcp])).map(({ type, name }) => [type, name]),
    ).toEqual([
      ["SERVICE_CONTROL_POLICY", "acme-root-1"],
      ["RESOURCE_CONTROL_POLICY", "acme-root-rcp-1"],
    ]);
  });

  test("leave a guardrail with a policy name alone, as it was written", () => {
    const own = { ...ownPolicy("own", 3), policyName: "Found here", description: "As found" };
    const policies = attachedPolicies(withGuardrails([own, ownPolicy("other", 3)]));
    expect(policies.map(({ name, pack }) => [name, pack?.index])).toEqual([
      ["Found here", undefined],
      ["acme-root-1", 1],
    ]);
    expect(JSON.parse(policies[0]?.document ?? "")).toEqual(JSON.parse(own.document ?? ""));
  });

  test("have names and descriptions within AWS's lengths", () => {
    const path = ["a", "b", "c"].map((letter) => letter.repeat(100)).join("/");
    const unit = { path, name: "c".repeat(100), parent: "x", depth: 3 };
    const guardrails = Array.from({ length: 40 }, (_, index) =>
      ownPolicy(`a-guardrail-of-a-long-name-${index}`, 1, [path]),
    );
    const [policy] = attachedPolicies({ ...withGuardrails(guardrails), organizationalUnits: [unit] });
    expect(policy?.name.length).toBeLessThanOrEqual(128);
    expect(policy?.description.length).toBeLessThanOrEqual(512);
    expect(policy?.description).toMatch(/ and \d+ more$/);
  });
});

describe("what does not fit", () => {
  const full = (zone: LandingZone) => (): unknown => attachedPolicies(zone);
  const remedyOf = (zone: LandingZone): string => {
    try {
      attachedPolicies(zone);
      return "";
    } catch (error) {
      return error instanceof UserError ? error.remedy : "";
    }
  };

  test("is refused with its size, the largest guardrails and where there is room", () => {
    const guardrails = [...many(54, 100, ["workloads"]), ownPolicy("giant", 500, ["workloads"])];
    const zone = withGuardrails(guardrails);
    expect(full(zone)).toThrow(UserError);
    expect(full(zone)).toThrow(
      /^the guardrails of workloads do not fit: they have \d+ bytes, and AWS takes 9 policies of 10240 bytes there$/,
    );
    expect(remedyOf(zone)).toMatch(/^Drop or move one of the largest: giant \(\d+\), own-00/);
    expect(remedyOf(zone)).toMatch(
      /There is room, in bytes, at root \(\d+\), workloads\/nonprod \(\d+\), workloads\/prod/,
    );
  });

  test("says which statement is too large to be in any policy", () => {
    expect(full(withGuardrails([ownPolicy("huge", 700)]))).toThrow(
      /^guardrail huge: its statement Own has 10603 bytes when minified, and AWS takes 10240 in a policy$/,
    );
  });

  test("counts policies of others that are attached to the same target", () => {
    const foreign = (attachedTo: string[]) => ({
      ...withGuardrails(many(45, 100)),
      foreign: {
        ...sample.foreign,
        policies: { "p-12345678": { name: "theirs", type: "SERVICE_CONTROL_POLICY", attachedTo } },
      },
    });
    expect(attachedPolicies(foreign([]))).toHaveLength(9);
    expect(full(foreign(["root"]))).toThrow(/AWS takes 8 policies of 10240 bytes there, beside theirs$/);
  });

  test("counts the zone's policies that keep their own names", () => {
    const alone = Array.from({ length: 10 }, (_, index) => ({
      ...ownPolicy(`alone-${index}`, 1),
      policyName: `P${index}`,
    }));
    expect(attachedPolicies(withGuardrails(alone.slice(0, 9)))).toHaveLength(9);
    expect(full(withGuardrails(alone))).toThrow(/AWS takes 0 policies .* beside P0, P1/);
  });

  test("fits when AWS raised the quota and the zone says so", () => {
    const zone = withGuardrails(many(60, 100));
    expect(full(zone)).toThrow("do not fit");
    const quotas = { ...sample.organization.quotas, scpAttached: 15 };
    expect(attachedPolicies({ ...zone, organization: { ...sample.organization, quotas } })).toHaveLength(12);
  });

  test("is a name that another policy has", () => {
    const taken = { ...ownPolicy("own", 1, ["sandbox"]), policyName: "acme-root-1" };
    expect(full(withGuardrails([taken, ownPolicy("other", 1)]))).toThrow(
      "the policy of other would be called acme-root-1, and so is the policy of own",
    );
  });
});
