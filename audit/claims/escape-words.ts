import type { Policy } from "../../engine/policy/policy";
import type { Request } from "../../engine/request";
import { type Escape, type EscapeKind, escapeOf } from "./escape";

const words: Readonly<Record<EscapeKind, (on: string) => string>> = {
  "missing-key": (key) => `missing key: without ${key} in the request the condition does not hold`,
  "if-exists": (key) => `IfExists: without ${key} in the request the condition holds`,
  "for-all-values": (key) =>
    `ForAllValues: it holds for a request without ${key}, and fails as soon as one value of several differs`,
  "unresolved-variable": (text) => `unresolved variable: ${text} has no value in the request and matches nothing`,
  "not-action-hole": (action) => `NotAction: ${action} is among the actions that are left out`,
  exemption: (test) => `exemption: the statement leaves out whoever has ${test}`,
  "other-resource": (resource) => `resource: the statement does not speak of ${resource}`,
};

/** Why a request gets past a guardrail, with the statement it gets past, or undefined when no known escape explains it. */
export function escapeInWords(policy: Policy, request: Request): string | undefined {
  const escape = escapeOf(policy, request);
  return escape === undefined ? undefined : described(escape);
}

function described({ kind, on, sid }: Escape): string {
  return `${sid === undefined ? "" : `${sid}: `}${words[kind](on)}`;
}
