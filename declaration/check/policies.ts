import type { Fault } from "../../engine/policy/fault";
import type { PolicyKind } from "../../engine/policy/policy-kind";
import { readPolicy } from "../../engine/policy/read-policy";
import type { Draft, PolicyDraft } from "../draft/draft";
import { type GuardrailKind, policyQuotas, policyTypeOf } from "../policy-quotas";
import type { ProblemCode } from "../problem/codes";
import type { Problem } from "../problem/problem";
import { problemAt } from "../source/source";

/** The zone's own policies are used, small enough to be a policy, and such as AWS takes. What they mean is the audit's business. */
export function checkPolicies({ zone, policies }: Draft): readonly Problem[] {
  const guardrails = zone?.file.guardrails;
  const others = zone?.file.policies ?? {};
  const asGuardrails = policies.filter(
    ({ name }) => !Object.hasOwn(others, name) || Object.hasOwn(guardrails ?? {}, name),
  );
  return asGuardrails.flatMap((policy) => {
    const kind = guardrails?.[policy.name]?.kind ?? "scp";
    const isUnused = guardrails !== undefined && !Object.hasOwn(guardrails, policy.name);
    return [
      ...(isUnused ? [unused(policy)] : []),
      ...tooLarge(policy, kind, zone?.file.organization?.quotas),
      ...faults(policy, kind),
    ];
  });
}

function unused({ name, source }: PolicyDraft): Problem {
  return problemAt(
    source,
    [],
    "LF1703",
    `no guardrail uses this policy; declare guardrails.${name} or delete the file`,
  );
}

type Quotas = NonNullable<NonNullable<Draft["zone"]>["file"]["organization"]>["quotas"];

function tooLarge({ source }: PolicyDraft, kind: GuardrailKind, quotas: Quotas | undefined): readonly Problem[] {
  const size = Buffer.byteLength(JSON.stringify(source.data));
  const declared = kind === "scp" ? quotas?.scpBytes : quotas?.rcpBytes;
  const allowed = declared ?? policyQuotas[policyTypeOf[kind]].bytes;
  if (size <= allowed) return [];
  const message = `the policy has ${size} bytes without white space; AWS allows ${allowed}`;
  return [problemAt(source, [], "LF1706", message)];
}

export const policyKindOf: Readonly<Record<GuardrailKind, PolicyKind>> = {
  scp: "service-control-policy",
  rcp: "resource-control-policy",
};

function faults({ source }: PolicyDraft, kind: GuardrailKind): readonly Problem[] {
  const result = readPolicy(source.text, policyKindOf[kind]);
  if ("policy" in result) return [];
  return result.faults.map((fault) => ({
    file: source.file,
    line: fault.line,
    column: fault.column,
    code: codeOf(fault),
    message: faultMessage(fault),
  }));
}

/** What is wrong, and AWS's words for it. */
export function faultMessage({ message, aws }: Fault): string {
  return `${message} (AWS: ${aws})`;
}

/** Codes of the faults that had one before the policy engine read policies: by the start of the fault's kind. */
const codes: readonly (readonly [start: string, code: ProblemCode])[] = [
  ["statement-", "LF1705"],
  ["version-", "LF1708"],
  ["principal-not-allowed", "LF1709"],
  ["not-principal-not-allowed", "LF1709"],
  ["effect-", "LF1710"],
  ["action-missing", "LF1712"],
  ["action-and-not-action", "LF1712"],
  ["resource-missing", "LF1712"],
  ["resource-and-not-resource", "LF1712"],
];

function codeOf({ kind }: Fault): ProblemCode {
  return codes.find(([start]) => kind.startsWith(start))?.[1] ?? "LF1720";
}
