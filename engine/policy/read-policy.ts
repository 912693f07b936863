import { operators, qualifiers } from "./operator";
import type { Fault } from "./fault";
import type { Policy, PolicyVersion, Statement, ConditionTest, Patterns } from "./policy";
import type { PolicyKind } from "./policy-kind";

const nowhere = { line: 1, column: 1 };

/** Reads a policy document. */
export function readPolicy(text: string, kind: PolicyKind): { policy: Policy } | { faults: readonly Fault[] } {
  void kind;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { faults: [{ ...nowhere, kind: "not-json", message: "not JSON", aws: "MalformedPolicyDocument" }] };
  }
  const document = record(data);
  const version: PolicyVersion = document["Version"] === "2012-10-17" ? "2012-10-17" : "2008-10-17";
  return {
    policy: { version, statements: list(document["Statement"]).map((each, index) => statement(record(each), index)) },
  };
}

function statement(each: Record<string, unknown>, index: number): Statement {
  return {
    sid: typeof each["Sid"] === "string" ? each["Sid"] : undefined,
    index,
    effect: each["Effect"] === "Allow" ? "Allow" : "Deny",
    action: patterns(each, "Action"),
    resource: patterns(each, "Resource"),
    conditions: Object.entries(record(each["Condition"])).flatMap(([name, keys]) =>
      Object.entries(record(keys)).map(([key, values]) => condition(name, key, list(values).map(String))),
    ),
    place: nowhere,
  };
}

function condition(name: string, key: string, values: readonly string[]): ConditionTest {
  const [first = "", second] = name.split(":");
  const bare = (second ?? first).replace(/IfExists$/, "");
  const operator = operators.find((each) => each === bare);
  if (!operator) throw new Error(`no operator ${name}`);
  return {
    qualifier: qualifiers.find((each) => each === first),
    operator,
    ifExists: name.endsWith("IfExists"),
    key,
    values,
    place: nowhere,
  };
}

function patterns(each: Record<string, unknown>, name: string): Patterns {
  const negated = each[`Not${name}`] !== undefined;
  return { negated, patterns: list(negated ? each[`Not${name}`] : each[name]).map(String) };
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
