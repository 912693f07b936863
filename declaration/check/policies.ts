import type { Draft, PolicyDraft } from "../draft/draft";
import type { Problem } from "../problem/problem";
import { quotas } from "../quotas";
import { type Path, problemAt } from "../source/source";

/**
 * The zone's own policies are used, small enough and have the elements of a service control policy ("SCP syntax",
 * Organizations user guide). What they mean is the policy engine's business.
 */
export function checkPolicies({ zone, policies }: Draft): readonly Problem[] {
  const declared = zone?.file.guardrails && Object.keys(zone.file.guardrails);
  return policies.flatMap((policy) => [
    ...(declared && !declared.includes(policy.name) ? [unused(policy)] : []),
    ...tooLarge(policy),
    ...elements(policy),
  ]);
}

function unused({ name, source }: PolicyDraft): Problem {
  return problemAt(
    source,
    [],
    "LF1703",
    `no guardrail uses this policy; declare guardrails.${name} or delete the file`,
  );
}

function tooLarge({ source }: PolicyDraft): readonly Problem[] {
  const size = Buffer.byteLength(JSON.stringify(source.data));
  if (size <= quotas.policySize) return [];
  const message = `the policy has ${size} bytes without white space; AWS allows ${quotas.policySize}`;
  return [problemAt(source, [], "LF1706", message)];
}

function elements({ source }: PolicyDraft): readonly Problem[] {
  const { Version: version, Statement: statement } = source.data;
  const problems: Problem[] = [];
  if (version !== "2012-10-17") {
    problems.push(problemAt(source, ["Version"], "LF1708", 'the policy needs "Version": "2012-10-17"'));
  }
  const isList = Array.isArray(statement);
  const statements: readonly unknown[] = isList ? statement : [statement];
  if (!statements.every(isMapping) || statements.length === 0) {
    return [
      ...problems,
      problemAt(source, ["Statement"], "LF1705", "the policy needs a Statement: an object or a list of them"),
    ];
  }
  return [
    ...problems,
    ...statements.flatMap((each, index) =>
      statementFaults(source, isList ? ["Statement", index] : ["Statement"], each),
    ),
  ];
}

function statementFaults(
  source: PolicyDraft["source"],
  path: Path,
  statement: Readonly<Record<string, unknown>>,
): readonly Problem[] {
  const problems: Problem[] = [];
  const has = (key: string): boolean => Object.hasOwn(statement, key);
  if (statement["Effect"] !== "Deny" && statement["Effect"] !== "Allow") {
    problems.push(problemAt(source, [...path, "Effect"], "LF1710", "a statement needs an Effect: Deny or Allow"));
  }
  for (const element of ["Principal", "NotPrincipal"].filter(has)) {
    const message = `service control policies have no ${element}; use the condition key aws:PrincipalArn`;
    problems.push(problemAt(source, [...path, element], "LF1709", message, "key"));
  }
  if (has("Action") === has("NotAction") || !(has("Resource") || has("NotResource"))) {
    const message = "a statement needs either Action or NotAction, and Resource or NotResource";
    problems.push(problemAt(source, path, "LF1712", message));
  }
  return problems;
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
