import { describe, expect, test } from "@jest/globals";
import type { Finding } from "../../../audit/finding";
import { compareLive, type LiveComparison } from "../../../audit/live/live-findings";
import { idsFrom } from "../../../declaration/ids";
import type { LandingZone } from "../../../declaration/model";
import { decide } from "../../../engine/decide/decide";
import { loadUniverse } from "../../../engine/universe/load-universe";
import type { LiveGuardrails } from "../../../live/live-guardrails";
import { boundsOf } from "../../../audit/bounds-of";
import { sample } from "../../fixtures/zones";
import { organisationOf, withAccounts, withPolicies } from "./organisation";

const universe = loadUniverse();
const asDeclared = organisationOf(sample);
const compare = (live: LiveGuardrails, zone: LandingZone = sample): LiveComparison => compareLive(zone, live, universe);
const said = ({ findings }: LiveComparison): readonly string[] =>
  findings.map(({ rule, where, message }) => `${rule} ${where.subject ?? ""}: ${message}`);
const idOf = (unit: string): string => sample.ids.get(`organizational-unit/${unit}`);
const accountId = (name: string): string => sample.ids.get(`account/${name}`);

const edited = (live: LiveGuardrails, name: string, content: string): LiveGuardrails =>
  withPolicies(live, (policy) => (policy.name === name ? { ...policy, content } : policy));
const retargeted = (
  live: LiveGuardrails,
  name: string,
  change: (targets: readonly string[]) => readonly string[],
): LiveGuardrails =>
  withPolicies(live, (policy) => (policy.name === name ? { ...policy, targets: change(policy.targets) } : policy));
const without = (id: string) => (targets: readonly string[]) => targets.filter((each) => each !== id);

const denyNothing = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Sid: "Nothing", Effect: "Deny", Action: "sqs:SendMessage", Resource: "*" }],
});
const byHand = (targets: readonly string[], name = "by-hand") => ({
  ...{ id: "p-byhand00", name, description: "", type: "SERVICE_CONTROL_POLICY", content: denyNothing, targets },
  awsManaged: false,
});

/** One change by hand, what is said of it, and whether it lets requests through (error) or not (warning). */
const changes: readonly (readonly [string, LiveGuardrails, string, Finding["severity"]])[] = [
  [
    "a policy is detached",
    retargeted(asDeclared, "acme-workloads-1", without(idOf("workloads"))),
    "live-policy-detached acme-workloads-1: it is not attached to the unit workloads",
    "error",
  ],
  [
    "a policy is attached elsewhere",
    retargeted(asDeclared, "acme-sandbox-1", (targets) => [...targets, idOf("security")]),
    "live-policy-attached acme-sandbox-1: it is attached to the unit security by hand",
    "warning",
  ],
  [
    "a policy is edited",
    edited(asDeclared, "acme-workloads/prod-1", denyNothing),
    "live-policy-edited acme-workloads/prod-1: the document of",
    "error",
  ],
  [
    "a policy is deleted",
    withPolicies(asDeclared, (policy) => (policy.name === "acme-security-1" ? undefined : policy)),
    "live-policy-missing acme-security-1: the organisation has no such SERVICE_CONTROL_POLICY",
    "error",
  ],
  [
    "a policy is renamed",
    withPolicies(asDeclared, (policy) => (policy.name === "acme-security-1" ? { ...policy, name: "Old" } : policy)),
    "live-policy-renamed acme-security-1: the SERVICE_CONTROL_POLICY p-00000002 is called Old and says the same",
    "warning",
  ],
  [
    "a policy of nobody's is attached",
    { ...asDeclared, policies: [...asDeclared.policies, byHand([accountId("orders-dev")])] },
    "live-policy-not-declared by-hand: the SERVICE_CONTROL_POLICY p-byhand00 is declared nowhere; it is attached to the account orders-dev",
    "warning",
  ],
  [
    "a tag policy of nobody's is there",
    { ...asDeclared, policies: [...asDeclared.policies, { ...byHand([], "tags"), type: "TAG_POLICY" }] },
    "live-policy-not-declared tags: the TAG_POLICY p-byhand00 is declared nowhere; it is attached to nothing",
    "warning",
  ],
  [
    "FullAWSAccess is detached",
    retargeted(asDeclared, "FullAWSAccess", without(accountId("orders-prod"))),
    "live-full-access-detached FullAWSAccess: it is not attached to the account orders-prod",
    "warning",
  ],
  [
    "a policy type is disabled",
    { ...asDeclared, policyTypes: ["RESOURCE_CONTROL_POLICY", "TAG_POLICY"] },
    "live-policy-type-disabled SERVICE_CONTROL_POLICY: policies of the type SERVICE_CONTROL_POLICY are disabled",
    "error",
  ],
  [
    "an account is moved",
    withAccounts(asDeclared, (account) =>
      account.id === accountId("orders-prod")
        ? { ...account, parentId: idOf("sandbox"), unitPath: "sandbox" }
        : account,
    ),
    `live-account-moved orders-prod: account ${accountId("orders-prod")} is in sandbox; the zone declares it in workloads/prod`,
    "error",
  ],
  [
    "an account is closed",
    withAccounts(asDeclared, (account) =>
      account.id === accountId("orders-dev") ? { ...account, status: "CLOSED" } : account,
    ),
    "live-account-not-active orders-dev: AWS says CLOSED",
    "warning",
  ],
  [
    "an account has left",
    withAccounts(asDeclared, (account) => (account.id === accountId("orders-dev") ? undefined : account)),
    `live-account-missing orders-dev: the organisation has no account ${accountId("orders-dev")}`,
    "warning",
  ],
  [
    "an account of nobody's is there",
    {
      ...asDeclared,
      organization: {
        ...asDeclared.organization,
        accounts: [
          ...asDeclared.organization.accounts,
          {
            ...{ id: "999999999999", name: "Shadow", email: "shadow@acme.example", status: "ACTIVE" },
            ...{ parentId: asDeclared.organization.rootId, unitPath: "root" },
          },
        ],
      },
    },
    "live-account-not-declared Shadow: account 999999999999 (shadow@acme.example) in root is declared nowhere",
    "warning",
  ],
  [
    "units of nobody's are there",
    {
      ...asDeclared,
      organization: {
        ...asDeclared.organization,
        units: [
          ...asDeclared.organization.units,
          { id: "ou-x", name: "X", path: "X", parentId: asDeclared.organization.rootId },
          { id: "ou-y", name: "Y", path: "X/Y", parentId: "ou-x" },
        ],
      },
    },
    "live-unit-not-declared X: unit ou-x is declared nowhere, with 1 below it",
    "warning",
  ],
  [
    "a unit is renamed",
    {
      ...asDeclared,
      organization: {
        ...asDeclared.organization,
        units: asDeclared.organization.units.map((unit) =>
          unit.path === "sandbox" ? { ...unit, name: "Play", path: "Play" } : unit,
        ),
      },
    },
    `live-unit-renamed sandbox: unit ${idOf("sandbox")} is called Play`,
    "warning",
  ],
];

describe("the live organisation beside the zone", () => {
  test("as declared it has no difference, however its documents are written", () => {
    const { findings, summary } = compare(asDeclared);
    expect(findings).toEqual([]);
    expect(summary).toMatchObject({ differences: 0, together: [], sentence: "The live organisation is as declared." });
  });

  test.each(changes)("%s: that one difference is found, and what it means", (_name, live, message, severity) => {
    const comparison = compare(live);
    expect(said(comparison)).toEqual([expect.stringContaining(message)]);
    expect(comparison.findings[0]?.severity).toBe(severity);
    expect(comparison.summary.differences).toBe(1);
  });

  test("each request that is said to be newly allowed is refused by the zone", () => {
    const requests = changes
      .flatMap(([, live]) => compare(live).findings)
      .flatMap(({ changes: found = [] }) => found)
      .flatMap(({ accounts: [account = ""], changes: standings }) =>
        standings.flatMap(({ caller, newlyAllowed }) =>
          newlyAllowed === undefined || caller !== "member" ? [] : [{ account, request: newlyAllowed }],
        ),
      );
    expect(requests.length).toBeGreaterThan(20);
    const verdicts = requests.map(({ account, request }) => decide(boundsOf(sample, account), request).verdict);
    expect(new Set(verdicts)).toEqual(new Set(["explicit-deny"]));
  });

  test("all changes at once are as many differences", () => {
    const detached = retargeted(asDeclared, "acme-workloads-1", without(idOf("workloads")));
    const both = edited(detached, "acme-workloads/prod-1", denyNothing);
    const { findings, summary } = compare(both);
    expect(findings.map(({ rule }) => rule)).toEqual(["live-policy-detached", "live-policy-edited"]);
    expect(summary.sentence).toMatch(/^The live organisation differs from the zone in 2 ways\. Requests become /);
    const parts = findings.flatMap((finding) => finding.changes ?? []).flatMap(({ accounts }) => accounts);
    expect([...new Set(summary.together.flatMap(({ accounts }) => accounts))].sort()).toEqual(
      [...new Set(parts)].sort(),
    );
  });
});

describe("what the zone declares to be others'", () => {
  const foreign = (given: Partial<LandingZone["foreign"]>): LandingZone => ({
    ...sample,
    foreign: { ...sample.foreign, ...given },
  });
  const policy = { ...asDeclared, policies: [...asDeclared.policies, byHand([idOf("workloads")])] };
  const theirs = { name: "by-hand", type: "SERVICE_CONTROL_POLICY", attachedTo: ["workloads"] };
  const { organization } = asDeclared;
  const unit = { id: "ou-x", name: "X", path: "X", parentId: organization.rootId };
  const account = { id: "999999999999", name: "Shadow", email: "s@acme.example", status: "ACTIVE" };
  const shadow: LiveGuardrails = {
    ...asDeclared,
    organization: {
      ...organization,
      units: [...organization.units, unit],
      accounts: [...organization.accounts, { ...account, parentId: "ou-x", unitPath: "X" }],
    },
    policies: [...asDeclared.policies, byHand(["ou-x"])],
  };

  test("is no difference: a policy", () => {
    expect(said(compare(policy, foreign({ policies: { "p-byhand00": theirs } })))).toEqual([]);
    expect(said(compare(policy))).toHaveLength(1);
  });

  test("is no difference: a unit with all below it, and what is attached there alone", () => {
    expect(said(compare(shadow, foreign({ organizationalUnits: ["X"] })))).toEqual([]);
    expect(compare(shadow).findings.map(({ rule }) => rule)).toEqual([
      "live-policy-not-declared",
      "live-account-not-declared",
      "live-unit-not-declared",
    ]);
  });

  test("is no difference: an account, and its unit is one", () => {
    const accounts = { [account.id]: { name: account.name, email: account.email } };
    expect(compare({ ...shadow, policies: asDeclared.policies }, foreign({ accounts })).findings).toMatchObject([
      { rule: "live-unit-not-declared" },
    ]);
  });
});

describe("an organisation that the zone's lock file does not know yet", () => {
  test("is compared by emails and paths, with its own ids in the documents", () => {
    const zone = { ...sample, ids: idsFrom({}) };
    expect(said(compare(asDeclared, zone))).toEqual([]);
  });

  test("is refused when it is another", () => {
    const other = { ...asDeclared, organization: { ...asDeclared.organization, id: "o-other" } };
    expect(() => compare(other)).toThrow(/these credentials are of the organisation o-other/);
  });
});
