import { expect, test } from "@jest/globals";
import type { LandingZone } from "../../../declaration/model";
import { compareTrees } from "../../../delivery/fingerprint/compare";
import { attachedPolicies } from "../../../policies/attached";
import { sample } from "../../fixtures/zones";

const code = (): Readonly<Record<string, string>> => ({});

function withQuota(scpBytes: number): LandingZone {
  const { organization } = sample;
  return { ...sample, organization: { ...organization, quotas: { ...organization.quotas, scpBytes } } };
}

/** What is selected when the quota becomes this, and whether the policies are others. */
function changedBy(scpBytes: number): { readonly selected: readonly string[]; readonly isRepacked: boolean } {
  const after = withQuota(scpBytes);
  const { changed } = compareTrees({ zone: sample, code }, { zone: after, code });
  const [from, to] = [sample, after].map((zone) => JSON.stringify(attachedPolicies(zone)));
  return { selected: changed.map(({ spec }) => spec.id), isRepacked: from !== to };
}

test("a quota changes the organisation exactly when the guardrails are packed otherwise", () => {
  expect(changedBy(sample.organization.quotas.scpBytes + 1)).toEqual({ selected: [], isRepacked: false });
  expect(changedBy(3_000)).toEqual({ selected: ["org"], isRepacked: true });
});

test("a quota under which the guardrails cannot be packed is a change", () => {
  const { changed } = compareTrees({ zone: sample, code }, { zone: withQuota(10), code });
  expect(changed.map(({ spec }) => spec.id)).toEqual(["org"]);
});
