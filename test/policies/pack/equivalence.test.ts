import { describe, expect, test } from "@jest/globals";
import fc from "../../fast-check";
import { compileBounds } from "../../../engine/decide/compile";
import type { Policy } from "../../../engine/policy/policy";
import { readPolicy } from "../../../engine/policy/read-policy";
import type { Request } from "../../../engine/request";
import { allowedBy, any, deniedBy } from "../../../engine/symbolic/build";
import { CannotTell } from "../../../engine/symbolic/cannot-tell";
import type { Formula } from "../../../engine/symbolic/formula";
import { equivalent } from "../../../engine/symbolic/is-empty";
import { loadUniverse } from "../../../engine/universe/load-universe";
import { requestDomain } from "../../../engine/universe/request-domain";
import { policyOf } from "../../../audit/audited-guardrails";
import type { CompiledGuardrail } from "../../../policies/compile";
import { attachedPolicies, unpackedPolicies, type ZonePolicy } from "../../../policies/attached";
import { pack } from "../../../policies/pack/pack";
import { compared, provePacked } from "../../../policies/pack/prove";
import { listOf } from "../../../policies/pack/statement";
import { birch, sample } from "../../fixtures/zones";
import { guardrailSets, requests } from "./random-sets";

const fullAwsAccess = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';

/** What the policies of one level say of requests, with and without FullAWSAccess beside them. */
function verdicts(documents: readonly string[], asked: readonly Request[]): readonly string[] {
  return [[], [fullAwsAccess]].flatMap((others) => {
    const policies = [...others, ...documents].map((text, index) => {
      const result = readPolicy(text, "service-control-policy");
      if ("faults" in result) throw new Error(JSON.stringify(result.faults));
      return { id: String(index), policy: result.policy };
    });
    const decide = compileBounds({ scp: [{ id: "level", policies }], rcp: [] });
    return asked.map((request) => decide(request));
  });
}

const small = { bytes: 900, policies: 9 };

const sets = fc.sample(guardrailSets, { numRuns: 1000, seed: 20261125 });
const asked = fc.sample(requests, { numRuns: 60, seed: 7 });

/** How many sets say something else of the requests once packed. */
function disagreements(packings: readonly (readonly string[])[]): number {
  const changed = packings.map((documents, index) => {
    const guardrails = sets[index]?.map(({ document }) => document) ?? [];
    return String(verdicts(documents, asked)) !== String(verdicts(guardrails, asked));
  });
  return changed.filter(Boolean).length;
}

const account = { id: "111122223333", partition: "aws", organizationId: "o-a1b2c3d4e5" };

/** One action of each class that the patterns of the sets tell apart, with the requests there are of it. */
const classes = ["s3:GetObject", "s3:PutObject", "s3:PutBucketPolicy", "s3:DeleteBucket"]
  .concat(["ec2:RunInstances", "iam:CreateRole", "sqs:SendMessage"])
  .map((action) => {
    const facts = loadUniverse().find(action);
    if (facts === undefined) throw new Error(action);
    return { action, domain: requestDomain(facts, account, "member") };
  });

/** Whether each packing denies, and allows, the same requests of every class as its set: all there are, not a sample. Variables can leave it open. */
function exactly(
  packings: readonly { readonly documents: readonly string[]; readonly index: number }[],
): ("same" | "different" | "open")[] {
  const read = (documents: readonly string[] = []): readonly Policy[] =>
    documents.map((document) => policyOf(document, "SERVICE_CONTROL_POLICY", "any"));
  return packings.map(({ documents, index }) => {
    const [one, other] = [sets[index]?.map(({ document }) => document), documents].map(read);
    try {
      const isSame = classes.every(({ action, domain }) =>
        [deniedBy, allowedBy].every((by) => {
          const union = (policies: readonly Policy[] = []): Formula => any(policies.map((each) => by(each, action)));
          return equivalent(union(one), union(other), domain);
        }),
      );
      return isSame ? "same" : "different";
    } catch (error) {
      if (!(error instanceof CannotTell)) throw error;
      return "open";
    }
  });
}

const documentsOf = (guardrails: readonly CompiledGuardrail[]): readonly string[] => {
  const packs = pack(guardrails, small);
  if (packs === undefined) throw new Error("the set does not fit");
  return packs.map(({ document }) => document);
};

/** Packing that joins what must stay apart: the NotActions of two statements become one list. */
function carelessly(documents: readonly string[]): readonly string[] {
  return documents.map((document) => {
    const { Version, Statement } = JSON.parse(document);
    const joined = listOf(Statement).flatMap((each) => listOf(Reflect.get(Object(each), "NotAction")));
    const widened = listOf(Statement).map((each) =>
      Object.hasOwn(Object(each), "NotAction") ? { ...Object(each), NotAction: joined } : each,
    );
    return JSON.stringify({ Version, Statement: widened });
  });
}

describe("packed policies say what the guardrails say", () => {
  const packings = sets.map(documentsOf);

  test("on 1,000 random sets, of which many are split, decided by the engine for 60 requests each", () => {
    expect(packings).toHaveLength(1000);
    expect(packings.filter((documents) => documents.length > 1).length).toBeGreaterThan(200);
    expect(disagreements(packings)).toBe(0);
  });

  test("and a packing that joins NotActions is found out", () => {
    expect(disagreements(packings.slice(0, 200).map(carelessly))).toBeGreaterThan(20);
  });

  test("and on every tenth of them for whatever request, as is proved", () => {
    const tenth = packings.map((documents, index) => ({ documents, index })).filter(({ index }) => index % 10 === 0);
    const verdicts = exactly(tenth);
    expect(verdicts.filter((verdict) => verdict === "different")).toEqual([]);
    expect(verdicts.filter((verdict) => verdict === "same").length).toBeGreaterThan(95);
    const careless = tenth.map((each) => ({ ...each, documents: carelessly(each.documents) }));
    expect(exactly(careless).filter((verdict) => verdict === "different").length).toBeGreaterThan(10);
  });

  test.each([
    ["sample", sample],
    ["birch", birch],
  ])("as is proved of every action of AWS for the zone %s", (_name, zone) => {
    const proofs = provePacked(zone);
    expect(proofs.filter(({ verdict }) => verdict.is !== "same")).toEqual([]);
    expect(proofs.flatMap(({ targets }) => targets)).toContain("root");
    expect(proofs.every(({ classes }) => classes > 0)).toBe(true);
  });

  test("and a statement that was lost, or one too many, is shown by a request", () => {
    const packs = attachedPolicies(sample);
    const onSuspended = (change: (each: ZonePolicy) => ZonePolicy): readonly unknown[] =>
      compared(
        sample,
        unpackedPolicies(sample),
        packs.map((each) => (each.units.includes("suspended") ? change(each) : each)),
      )
        .filter(({ verdict }) => verdict.is === "different")
        .map(({ targets, verdict }) => [targets, "by" in verdict ? verdict.by : ""]);
    const statements = (statement: object): string => JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
    const deny = { Effect: "Deny", Resource: "*" };
    expect(onSuspended((each) => ({ ...each, document: statements({ ...deny, Action: "s3:*" }) }))).toEqual([
      [["suspended"], expect.stringMatching(/guardrails|packs/)],
    ]);
    expect(onSuspended((each) => ({ ...each, document: statements({ ...deny, Action: "*" }) }))).toEqual([
      [["suspended"], "packs"],
    ]);
    expect(onSuspended((each) => each)).toEqual([]);
  });
});
