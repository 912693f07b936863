import { applies } from "../../engine/decide/applies";
import { holds, isNegated } from "../../engine/decide/holds";
import { matchesAction } from "../../engine/match/action";
import { matchesResource } from "../../engine/match/resource";
import type { ConditionTest, Policy, PolicyVersion, Statement } from "../../engine/policy/policy";
import type { Request } from "../../engine/request";

export type EscapeKind =
  | "missing-key"
  | "if-exists"
  | "for-all-values"
  | "unresolved-variable"
  | "not-action-hole"
  | "exemption"
  | "other-resource";

/** Why a policy that should deny a request does not. */
export interface Escape {
  readonly kind: EscapeKind;
  readonly sid: string | undefined;
  /** The context key, the pattern, or both, on which it turns. */
  readonly on: string;
}

/**
 * The known escape by which a request gets past a policy's Deny statements, or through its Allow statements: of the statement that comes nearest to
 * deciding otherwise. Undefined when it is none of the known ones: the policy just does not speak of the request.
 */
export function escapeOf({ version, statements }: Policy, request: Request): Escape | undefined {
  const near = statements
    .map((statement) => ({ statement, failing: failingTests(statement, request, version) }))
    .filter(({ statement }) => statement.effect === "Deny" && matchesAction(statement.action, request.action))
    .sort((one, other) => one.failing.length - other.failing.length);
  for (const { statement, failing } of near) {
    const escape = whyNot(statement, failing, request, version);
    if (escape !== undefined) return { ...escape, sid: statement.sid };
  }
  const admitting = statements.filter((each) => each.effect === "Allow" && applies(each, request, version));
  for (const statement of admitting) {
    const escape = whyAdmitted(statement, request);
    if (escape !== undefined) return { ...escape, sid: statement.sid };
  }
  const hole = statements.find(({ effect, action }) => effect === "Deny" && action.negated);
  return hole === undefined ? undefined : { kind: "not-action-hole", on: request.action, sid: hole.sid };
}

function failingTests(
  { conditions }: Statement,
  { context }: Request,
  version: PolicyVersion,
): readonly ConditionTest[] {
  return conditions.filter((test) => !holds(test, context, version));
}

type Why = Omit<Escape, "sid">;

function whyNot(
  statement: Statement,
  failing: readonly ConditionTest[],
  request: Request,
  version: PolicyVersion,
): Why | undefined {
  const [test] = failing;
  if (test !== undefined) return whyFails(test, request);
  if (matchesResource(statement.resource, request.resource, request.context, version)) return undefined;
  const pattern = statement.resource.patterns.find((each) => hasMissingVariable(each, request));
  if (pattern !== undefined) return { kind: "unresolved-variable", on: pattern };
  return { kind: "other-resource", on: request.resource };
}

function whyFails(test: ConditionTest, request: Request): Why | undefined {
  const isMissing = !has(request, test.key);
  if (isMissing) return { kind: "missing-key", on: test.key };
  const value = test.values.find((each) => hasMissingVariable(each, request));
  if (value !== undefined) return { kind: "unresolved-variable", on: value };
  if (test.qualifier === "ForAllValues") return { kind: "for-all-values", on: test.key };
  const isExemption = isNegated(test.operator) && /^aws:(principal|userid|username)/i.test(test.key);
  return isExemption ? { kind: "exemption", on: `${test.key} ${test.values.join(", ")}` } : undefined;
}

/** Tests that let a request through because their key is absent. */
function whyAdmitted({ conditions }: Statement, request: Request): Why | undefined {
  const absent = conditions.filter(({ key }) => !has(request, key));
  const ifExists = absent.find((test) => test.ifExists);
  if (ifExists !== undefined) return { kind: "if-exists", on: ifExists.key };
  const forAll = absent.find((test) => test.qualifier === "ForAllValues");
  if (forAll !== undefined) return { kind: "for-all-values", on: forAll.key };
  const negated = absent.find((test) => isNegated(test.operator));
  return negated === undefined ? undefined : { kind: "missing-key", on: negated.key };
}

function has({ context }: Request, key: string): boolean {
  return Object.keys(context).some((each) => each.toLowerCase() === key.toLowerCase());
}

/** A policy variable without a default whose key the request does not carry. */
function hasMissingVariable(text: string, request: Request): boolean {
  return [...text.matchAll(/\$\{([^},]+)\}/g)].some(
    ([, key = ""]) => !["*", "?", "$"].includes(key) && !has(request, key.trim()),
  );
}
