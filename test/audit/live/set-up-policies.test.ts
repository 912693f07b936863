import { describe, expect, test } from "@jest/globals";
import { compareLive } from "../../../audit/live/live-findings";
import type { LandingZone } from "../../../declaration/model";
import { loadUniverse } from "../../../engine/universe/load-universe";
import type { LivePolicy } from "../../../live/live-governance";
import type { LiveGuardrails } from "../../../live/live-guardrails";
import { sample } from "../../fixtures/zones";
import { organisationOf } from "./organisation";

const universe = loadUniverse();
const content = '{"chatbot":{"default":{"client":{"@@assign":"disabled"}}}}';
const zone: LandingZone = {
  ...sample,
  policies: [{ name: "chat", type: "chat", description: "", attachTo: ["root"], accounts: [], content }],
};
const chat: LivePolicy = {
  ...{ id: "p-chat0000", name: "acme-chat", description: "", type: "CHATBOT_POLICY", content, awsManaged: false },
  targets: [sample.ids.get("root")],
};

function said(policy: LivePolicy | undefined, types: readonly string[] = ["CHATBOT_POLICY"]): readonly string[] {
  const organisation = organisationOf(zone);
  const live: LiveGuardrails = {
    ...organisation,
    policyTypes: [...organisation.policyTypes, ...types],
    policies: [...organisation.policies, ...(policy ? [policy] : [])],
  };
  return compareLive(zone, live, universe).findings.map(
    ({ rule, where, message }) => `${rule} ${where.subject ?? ""}: ${message}`,
  );
}

describe("a live policy that sets things up", () => {
  test("as declared is no difference", () => {
    expect(said({ ...chat, content: JSON.stringify(JSON.parse(content), undefined, 2) })).toEqual([]);
  });

  test.each<readonly [string, LivePolicy | undefined, readonly string[], string]>([
    ["is gone", undefined, ["CHATBOT_POLICY"], "live-policy-missing chat: the organisation has no such CHATBOT_POLICY"],
    [
      "was edited",
      { ...chat, content: "{}" },
      ["CHATBOT_POLICY"],
      "live-policy-edited chat: the document of the CHATBOT_POLICY",
    ],
    ["was detached", { ...chat, targets: [] }, ["CHATBOT_POLICY"], "live-policy-detached chat: it is not attached to"],
    ["is of a disabled type", chat, [], "live-policy-type-disabled CHATBOT_POLICY"],
  ])("%s: that is said", (_what, policy, types, expected) => {
    expect(said(policy, types)).toEqual([expect.stringContaining(expected)]);
  });
});
