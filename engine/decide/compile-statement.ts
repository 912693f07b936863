import { globMatcher } from "../match/glob";
import type { Context } from "../match/context";
import { matchesResource, resourceGlob } from "../match/resource";
import { isConstant, parseTemplate } from "../match/template";
import type { Effect, Patterns, PolicyVersion, Statement } from "../policy/policy";
import { type CompiledTest, compileTest } from "./compile-test";
import type { Values } from "./key-slots";

/** A statement whose action fits already. */
export interface CompiledStatement {
  readonly effect: Effect;
  /** It applies whatever the resource and the context. */
  readonly always: boolean;
  readonly resource: ((resource: string, context: Context) => boolean) | undefined;
  readonly tests: readonly CompiledTest[];
}

export function compileStatement(
  statement: Statement,
  version: PolicyVersion,
  slotOf: (key: string) => number,
): CompiledStatement {
  const resource = compileResource(statement.resource, version);
  const tests = statement.conditions.map((test) => compileTest(test, version, slotOf));
  return { effect: statement.effect, always: resource === undefined && tests.length === 0, resource, tests };
}

/** Whether the rest of a statement fits a request. */
export function fits(statement: CompiledStatement, resource: string, values: Values, context: Context): boolean {
  const { tests } = statement;
  for (let index = 0; index < tests.length; index++) {
    const test = tests[index];
    if (test && !test(values, context)) return false;
  }
  return statement.resource === undefined || statement.resource(resource, context);
}

/** @returns undefined when every resource fits */
function compileResource(test: Patterns, version: PolicyVersion): CompiledStatement["resource"] {
  const { negated, patterns } = test;
  if (!negated && patterns.includes("*")) return undefined;
  const templates = patterns.map((pattern) => parseTemplate(pattern, version));
  if (!templates.every(isConstant)) return (resource, context) => matchesResource(test, resource, context, version);
  const matchers = templates.filter(isConstant).map((resolved) => globMatcher(resourceGlob(resolved)));
  return (resource) => {
    for (const matches of matchers) if (matches(resource)) return !negated;
    return negated;
  };
}
