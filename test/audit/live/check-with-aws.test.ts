import { afterEach, describe, expect, test } from "@jest/globals";
import { checkWithAws, engineVerdict } from "../../../audit/live/check-with-aws";
import { simulatorSamples } from "../../../audit/live/simulator-samples";
import { simulator } from "../../../live/simulate-policy";
import { type FakeAws, fakeAws, type FakeAnswer } from "../../delivery/fake-aws";

let fake: FakeAws | undefined;
afterEach(() => fake?.close());

const words = { allowed: "allowed", "explicit-deny": "explicitDeny", "implicit-deny": "implicitDeny" } as const;

/** An answer of IAM's simulator, in the form of its query protocol. */
const answer = (decision: string): FakeAnswer => ({
  body: `<SimulateCustomPolicyResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><SimulateCustomPolicyResult><IsTruncated>false</IsTruncated><EvaluationResults><member><EvalActionName>s3:GetObject</EvalActionName><EvalResourceName>*</EvalResourceName><EvalDecision>${decision}</EvalDecision></member></EvaluationResults></SimulateCustomPolicyResult></SimulateCustomPolicyResponse>`,
});
const refusal: FakeAnswer = {
  status: 403,
  body: "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>You may not simulate</Message></Error></ErrorResponse>",
};

/** Checks against an endpoint that answers the samples in their order. */
async function checked(answers: (index: number) => FakeAnswer) {
  let asked = 0;
  fake = await fakeAws(() => answers(asked++));
  const iam = simulator({ region: "eu-west-1", environment: fake.environment });
  try {
    return { findings: await checkWithAws(iam), requests: fake.requests };
  } finally {
    iam.close();
  }
}

const decided = simulatorSamples.map((sample) => words[engineVerdict(sample)]);

describe("the engine beside IAM's simulator", () => {
  test("agreement is a note that says how many decisions were compared", async () => {
    const { findings, requests } = await checked((index) => answer(decided[index] ?? ""));
    expect(findings).toMatchObject([{ rule: "simulator-agrees", severity: "note" }]);
    expect(findings[0]?.message).toContain(`${simulatorSamples.length} sampled`);
    expect(requests).toHaveLength(simulatorSamples.length);
    const form = new URLSearchParams(requests[0]?.body);
    expect(form.get("Action")).toBe("SimulateCustomPolicy");
    expect(form.get("ActionNames.member.1")).toBe("s3:GetObject");
    expect(form.get("ContextEntries.member.1.ContextKeyName")).toBe("aws:PrincipalTag/department");
    expect(JSON.parse(form.get("PolicyInputList.member.1") ?? "")).toMatchObject({ Version: "2012-10-17" });
  });

  test("one answer that differs is an error with the request and both answers", async () => {
    const { findings } = await checked((index) => answer(index === 3 ? "explicitDeny" : (decided[index] ?? "")));
    expect(decided[3]).toBe("allowed");
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ rule: "simulator-disagrees", severity: "error" });
    expect(findings[0]?.message).toMatch(/^values differ in case: it says explicitDeny, the engine allowed/);
    expect(findings[0]?.request).toMatchObject({ context: { "aws:PrincipalTag/department": "pay" } });
  });

  test("a refusal is said, at once, and is no difference", async () => {
    const { findings, requests } = await checked(() => refusal);
    expect(findings).toMatchObject([{ rule: "simulator-not-asked", severity: "note" }]);
    expect(findings[0]?.message).toContain("AccessDenied: You may not simulate");
    expect(requests).toHaveLength(1);
  });

  test("the samples are decided in all three ways, and hold what identity policies of AWS's guides say", () => {
    const of = (name: string) => decided[simulatorSamples.findIndex((sample) => sample.name === name)];
    expect(new Set(decided)).toEqual(new Set(["allowed", "explicitDeny", "implicitDeny"]));
    expect(of("a plain operator, key missing")).toBe("allowed");
    expect(of("a negated operator, key missing")).toBe("explicitDeny");
    expect(of("ForAllValues, key missing")).toBe("explicitDeny");
    expect(of("ForAnyValue, key missing")).toBe("allowed");
    expect(of("NotAction that holds it")).toBe("implicitDeny");
    expect(new Set(simulatorSamples.map(({ name }) => name)).size).toBe(simulatorSamples.length);
  });
});
