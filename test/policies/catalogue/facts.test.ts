import { describe, expect, test } from "@jest/globals";
import { claimActions } from "../../../audit/claims/claim-actions";
import { rcpServices } from "../../../engine/organizations/rcp-services";
import { requests } from "../../../engine/symbolic/build";
import { equivalent } from "../../../engine/symbolic/is-empty";
import { keyFacts } from "../../../engine/universe/key-domains";
import type { ActionFacts } from "../../../engine/universe/universe";
import { catalogue } from "../../../policies/catalogue";
import type { Claim, RequestSet } from "../../../policies/claim";
import { guardrailGroups, noOptions } from "../../../policies/guardrail";
import { sample } from "../../fixtures/zones";
import { domainFor, universe } from "./audited";

const context = { zone: sample, options: noOptions };

const list = (values: string | readonly string[] | undefined): readonly string[] =>
  values === undefined ? [] : typeof values === "string" ? [values] : values;

describe.each(catalogue)("$name", ({ kind, statements, claims }) => {
  test("names actions and services that exist", () => {
    const patterns = [
      ...statements(context).flatMap(({ Action, NotAction }) => [...list(Action), ...list(NotAction)]),
      ...claims(context).flatMap(({ denied }) => [...denied.actions, ...(denied.butActions ?? [])]),
    ];
    expect(patterns.filter((pattern) => universe.matching(pattern).length === 0)).toEqual([]);
  });

  test("asks about condition keys that AWS documents", () => {
    const keys = statements(context).flatMap(({ Condition = {} }) => Object.values(Condition).flatMap(Object.keys));
    expect(keys.filter((key) => keyFacts(key) === undefined)).toEqual([]);
  });

  test("leaves room for others in a policy of its kind", () => {
    // Organizations User Guide, "Quotas and service limits": 10,240 bytes of a service control policy, 5,120 of a resource control policy.
    const document = JSON.stringify({ Version: "2012-10-17", Statement: statements(context) });
    expect(Buffer.byteLength(document)).toBeLessThan(kind === "scp" ? 2_560 : 1_280);
  });

  test(`is written as a ${kind} is`, () => {
    for (const { Principal } of statements(context)) expect(Principal).toBe(kind === "rcp" ? "*" : undefined);
    for (const { denied } of claims(context)) expect(denied.caller).toBe(kind === "rcp" ? "anybody" : undefined);
  });

  test("speaks, when it is a resource control policy, of services that those bind", () => {
    const actions = kind === "rcp" ? claims(context).flatMap(({ denied }) => denied.actions) : [];
    expect(actions.filter((action) => !rcpServices.includes(action.split(":")[0] ?? ""))).toEqual([]);
  });

  test("gives every claim an id and a sentence", () => {
    const said = claims(context);
    expect(new Set(said.map(({ id }) => id)).size).toBe(said.length);
    for (const { id, sentence } of said) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(sentence).toMatch(/^(Nobody|Nothing|No|The|Services) .*\.$/);
    }
  });
});

describe("the catalogue", () => {
  const every = catalogue.flatMap(({ name, kind, claims }) => claims(context).map((claim) => ({ name, kind, claim })));

  test("has at least 40 guardrails, and some in every group", () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(40);
    expect(new Set(catalogue.map(({ group }) => group))).toEqual(new Set(guardrailGroups));
    expect(catalogue.filter(({ kind }) => kind === "rcp").length).toBeGreaterThan(3);
  });

  test("says no sentence twice", () => {
    const sentences = every.map(({ claim }) => claim.sentence);
    expect(sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)).toEqual([]);
  });

  test("claims nothing twice, in whatever words", () => {
    const twins = every.flatMap((one, index) =>
      every
        .slice(index + 1)
        .filter((other) => one.kind === other.kind && isSame(one.kind, one.claim, other.claim))
        .map((other) => `${one.name} ${one.claim.id}, ${other.name} ${other.claim.id}`),
    );
    expect(twins).toEqual([]);
  });

  test("can tell twins: a claim is the same as itself in other words", () => {
    const denied = { actions: ["s3:PutObject"], unless: [{ StringEquals: { "aws:RequestedRegion": "eu-west-1" } }] };
    const reworded = { actions: ["s3:PutObjec?"], when: { StringNotEquals: { "aws:RequestedRegion": ["eu-west-1"] } } };
    const claim = (of: Claim["denied"]): Claim => ({ id: "x", sentence: "X.", denied: of });
    expect(isSame("scp", claim(denied), claim(reworded))).toBe(true);
    expect(isSame("scp", claim(denied), claim({ actions: ["s3:PutObject"] }))).toBe(false);
  });
});

/** Whether two claims are about the same requests of the same actions. */
function isSame(kind: "scp" | "rcp", { denied: one }: Claim, { denied: other }: Claim): boolean {
  const actions = actionsOf(one);
  if (actions.size !== actionsOf(other).size || ![...actions].every((action) => actionsOf(other).has(action)))
    return false;
  const domainOf = domainFor(kind);
  return [...actions].every((action) => equivalent(requests(one), requests(other), domainOf(action)));
}

const known = new WeakMap<RequestSet, ReadonlySet<ActionFacts>>();

function actionsOf(denied: RequestSet): ReadonlySet<ActionFacts> {
  const actions = known.get(denied) ?? new Set(claimActions(denied, universe));
  known.set(denied, actions);
  return actions;
}
