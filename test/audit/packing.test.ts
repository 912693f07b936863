import { expect, test } from "@jest/globals";
import { auditedGuardrails } from "../../audit/audited-guardrails";
import type { Finding } from "../../audit/finding";
import { type PackedPolicy, packedPolicies } from "../../audit/packed-policies";
import { asker } from "../../audit/zone/ask";
import { classesFor } from "../../audit/zone/classes";
import { groupsOf } from "../../audit/zone/groups";
import { packingFindings } from "../../audit/zone/packing";
import { anyAccount } from "../../audit/zone/domain-account";
import { loadUniverse } from "../../engine/universe/load-universe";
import { sample } from "../fixtures/zones";

const universe = loadUniverse();

function found(packed: readonly PackedPolicy[]): readonly Finding[] {
  const policies = [...auditedGuardrails(sample), ...packed].map(({ policy }) => policy);
  const classes = classesFor(universe, policies, []);
  const account = anyAccount(sample);
  const asked = {
    ask: asker(),
    universe,
    classes,
    groups: groupsOf(sample),
    anyAccount: account,
    placeOf: () => undefined,
  };
  return packingFindings(asked, sample, packed);
}

/** The packs as they are but for the statements of the first that denies changing the trail. */
function changed(
  change: (statements: PackedPolicy["policy"]["statements"]) => PackedPolicy["policy"]["statements"],
): PackedPolicy[] {
  return packedPolicies(sample).map((pack) =>
    pack.units.has("root") ? { ...pack, policy: { ...pack.policy, statements: change(pack.policy.statements) } } : pack,
  );
}

test("the sample's packed policies let the same requests pass as its guardrails do", () => {
  expect(found(packedPolicies(sample))).toEqual([]);
});

test("a pack that lost a statement is found, with a request that now passes", () => {
  const [finding] = found(changed((statements) => statements.slice(1)));
  expect(finding).toMatchObject({ rule: "packing-changes-meaning", severity: "error" });
  expect(finding?.message).toContain("root allow a request that its guardrails deny");
  expect(finding?.request).toBeDefined();
});

test("a pack that lost its conditions is found, with a request that is now refused", () => {
  const [finding] = found(changed((statements) => statements.map((each) => ({ ...each, conditions: [] }))));
  expect(finding?.message).toContain("root deny a request that its guardrails allow");
  expect(finding?.request).toBeDefined();
});

test("a pack that is attached nowhere any more is found on its target", () => {
  const nowhere = packedPolicies(sample).map((pack) =>
    pack.units.has("root") ? { ...pack, units: new Set<string>() } : pack,
  );
  expect(found(nowhere).map(({ message }) => message.split(" of ")[1]?.split(" ")[0])).toContain("root");
});
