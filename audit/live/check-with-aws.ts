import { decide } from "../../engine/decide/decide";
import type { Verdict } from "../../engine/decide/decision";
import { readPolicy } from "../../engine/policy/read-policy";
import type { Request } from "../../engine/request";
import type { SimulatedCall, Simulator } from "../../live/simulate-policy";
import type { Finding } from "../finding";
import { counted } from "../report/verdict";
import { type SimulatorSample, simulatorSamples } from "./simulator-samples";

/** As IAM's simulator words them (IAM API Reference, EvaluationResult, EvalDecision). */
const decisions: Readonly<Record<Verdict, string>> = {
  allowed: "allowed",
  "explicit-deny": "explicitDeny",
  "implicit-deny": "implicitDeny",
};

const about = { subject: "IAM's policy simulator" };

/**
 * Asks IAM's own simulator what the engine decides, for identity policies that hold the traps of the policy language. It cannot be asked about a
 * service control policy that is not attached.
 *
 * @param decideSample the engine, or what a test puts in its place
 * @returns an error for each difference; else a note that says how many were compared, or why none
 */
export async function checkWithAws(
  simulator: Pick<Simulator, "ask">,
  decideSample: (sample: SimulatorSample) => Verdict = engineVerdict,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const sample of simulatorSamples) {
    const answer = await answerOf(simulator, callOf(sample));
    if ("refused" in answer) return [...findings, notAsked(answer.refused)];
    const expected = decisions[decideSample(sample)];
    if (answer.decision !== expected) findings.push(disagreement(sample, expected, answer.decision));
  }
  return findings.length > 0 ? findings : [agreement];
}

/** What the engine decides of a sample. @throws Error when it cannot read the sample's policy */
export function engineVerdict({ statements, action, resource, context }: SimulatorSample): Verdict {
  const result = readPolicy(documentOf(statements), "identity-policy");
  if (!("policy" in result)) throw new Error(`no policy: ${result.faults.map(({ message }) => message).join("; ")}`);
  const level = { id: "identity", policies: [{ id: "sample", policy: result.policy }] };
  return decide({ scp: [level], rcp: [] }, { action, resource, context: contextOf(context) }).verdict;
}

function contextOf(entries: SimulatorSample["context"]): Request["context"] {
  return Object.fromEntries(
    entries.map(({ ContextKeyName: key, ContextKeyType: type, ContextKeyValues: values }) => [
      key,
      type.endsWith("List") ? values : (values[0] ?? ""),
    ]),
  );
}

function documentOf(statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

function callOf({ statements, action, resource, context }: SimulatorSample): SimulatedCall {
  return { policy: documentOf(statements), action, resource, context };
}

type Answer = { readonly decision: string | undefined } | { readonly refused: string };

async function answerOf(simulator: Pick<Simulator, "ask">, call: SimulatedCall): Promise<Answer> {
  try {
    return { decision: await simulator.ask(call) };
  } catch (error) {
    return { refused: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

const agreement: Finding = {
  rule: "simulator-agrees",
  severity: "note",
  message: `it decides ${counted(simulatorSamples.length, "sampled identity policy decision")} as the engine does`,
  where: about,
  remedy: "Nothing to do.",
};

function notAsked(why: string): Finding {
  const message = `it could not be asked (${why})`;
  const remedy = "Sign in with iam:SimulateCustomPolicy; a local AWS has no simulator.";
  return { rule: "simulator-not-asked", severity: "note", message, where: about, remedy };
}

function disagreement(sample: SimulatorSample, expected: string, actual: string | undefined): Finding {
  return {
    rule: "simulator-disagrees",
    severity: "error",
    message: `${sample.name}: it says ${actual ?? "nothing"}, the engine ${expected}, of ${documentOf(sample.statements)}`,
    where: about,
    remedy: "Report it: the engine's answers for policies of this shape are not to be trusted until it is understood.",
    request: { action: sample.action, resource: sample.resource, context: contextOf(sample.context) },
  };
}
