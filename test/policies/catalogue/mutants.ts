import type { ConditionBlock } from "../../../policies/condition-block";
import type { AnyStatement } from "./audited";

/** A guardrail's statements with one thing broken. */
export interface Mutant {
  /** What was done, and to which statement. */
  readonly broken: string;
  readonly way: Way;
  readonly statements: readonly AnyStatement[];
}

export const ways = ["delete", "flip", "action", "resource", "condition", "operator", "value"] as const;
export type Way = (typeof ways)[number];

type Broken = readonly [way: Way, how: string, statement: AnyStatement | undefined];

/** Every mutant: one break of one statement, the others left alone. */
export function mutantsOf(statements: readonly AnyStatement[]): readonly Mutant[] {
  return statements.flatMap((statement, index) =>
    breaksOf(statement).map(([way, how, broken]) => ({
      broken: `${statement.Sid}: ${how}`,
      way,
      statements: statements.flatMap((each, at) => (at !== index ? [each] : broken === undefined ? [] : [broken])),
    })),
  );
}

function breaksOf(statement: AnyStatement): readonly Broken[] {
  return [
    ["delete", "deleted", undefined],
    ["flip", "allows", { ...statement, Effect: "Allow" }],
    ...actionBreaks(statement),
    ...resourceBreaks(statement),
    ...conditionBreaks(statement),
  ];
}

function actionBreaks({ Action, NotAction, ...rest }: AnyStatement): readonly Broken[] {
  const element = Action === undefined ? "NotAction" : "Action";
  const patterns = list(Action ?? NotAction);
  const said = (how: string, values: readonly string[]): Broken => ["action", how, { ...rest, [element]: values }];
  return [
    ["action", "Action turned", { ...rest, [element === "Action" ? "NotAction" : "Action"]: patterns }],
    ...dropOne(patterns).map(([dropped, left]) => said(`without ${dropped}`, left)),
    ...changeOne(patterns, (pattern) => (pattern === "*" ? undefined : `${pattern.split(":")[0] ?? ""}:*`), said),
    ...changeOne(patterns, (pattern) => (pattern.endsWith("*") ? undefined : `${pattern}*`), said),
    ...changeOne(patterns, (pattern) => (pattern === "*" ? "s3:*" : pattern.replace(/\*$/, "Tag*")), said),
    ...changeOne(patterns, (pattern) => (pattern.length < 9 ? undefined : `${pattern.slice(0, -3)}*`), said),
  ];
}

function resourceBreaks(statement: AnyStatement): readonly Broken[] {
  const patterns = list(statement.Resource);
  const said = (how: string, Resource: readonly string[]): Broken => ["resource", how, { ...statement, Resource }];
  return [
    ...dropOne(patterns).map(([dropped, left]) => said(`without ${dropped}`, left)),
    ...changeOne(patterns, (pattern) => (pattern === "*" ? "arn:aws:s3:::narrow/*" : "*"), said),
    ...changeOne(patterns, (pattern) => (pattern === "*" ? undefined : `${pattern}x`), said),
    ...changeOne(patterns, (pattern) => (pattern === "*" ? undefined : `${pattern}*`), said),
  ];
}

function conditionBreaks(statement: AnyStatement): readonly Broken[] {
  const { Condition, ...bare } = statement;
  if (Condition === undefined) return [];
  const said = (way: Way, how: string, block: ConditionBlock): Broken => [way, how, { ...bare, Condition: block }];
  const tests = testsOf(Condition);
  return [
    ["condition", "without conditions", bare],
    ...tests.flatMap((test) => {
      const others = tests.filter((each) => each !== test);
      const changed = (way: Way, how: string, to: Test): Broken => said(way, how, blockOf([...others, to]));
      const name = `${test.operator} ${test.key}`;
      return [
        ...(others.length === 0 ? [] : [said("condition", `without ${name}`, blockOf(others))]),
        ...negationsOf(test).map((operator) => changed("operator", `${name} as ${operator}`, { ...test, operator })),
        ...valueBreaks(test).map((values) =>
          changed("value", `${name} with ${values.join(", ")}`, { ...test, values }),
        ),
      ];
    }),
  ];
}

interface Test {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

function testsOf(block: ConditionBlock): readonly Test[] {
  return Object.entries(block).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values: list(values) })),
  );
}

/** @throws Error when two tests have the same operator and key: one would be lost */
function blockOf(tests: readonly Test[]): ConditionBlock {
  const block: Record<string, Record<string, readonly string[]>> = {};
  for (const { operator, key, values } of tests) {
    const keys = (block[operator] ??= {});
    if (keys[key] !== undefined) throw new Error(`${operator} ${key} twice`);
    keys[key] = values;
  }
  return block;
}

const opposites: readonly (readonly [string, string])[] = [
  ["StringEquals", "StringNotEquals"],
  ["StringLike", "StringNotLike"],
  ["ArnEquals", "ArnNotEquals"],
  ["ArnLike", "ArnNotLike"],
  ["NumericLessThan", "NumericGreaterThanEquals"],
  ["NumericGreaterThan", "NumericLessThanEquals"],
];

/** The opposite operator, and the same with the other handling of a missing key. `Null` and `Bool` are negated by their value. */
function negationsOf({ operator }: Test): readonly string[] {
  const [qualifier = "", plain = operator] = operator.includes(":") ? operator.split(":") : ["", operator];
  const base = plain.replace(/IfExists$/, "");
  const pair = opposites.find((each) => each.includes(base));
  const missing = base === "Null" ? [] : [plain === base ? `${base}IfExists` : base];
  const negated = pair?.filter((each) => each !== base) ?? [];
  const qualified = [...negated, ...missing].map((each) => (qualifier === "" ? each : `${qualifier}:${each}`));
  return qualifier === "" ? qualified : [...qualified, `ForAllValues:${base}`];
}

function valueBreaks({ values }: Test): readonly (readonly string[])[] {
  return [
    ...dropOne(values).map(([, left]) => left),
    ...values.map((value, index) => values.map((each, at) => (at === index ? changedValue(value) : each))),
    ...values.flatMap((value, index) =>
      value.includes("role/")
        ? [values.map((each, at) => (at === index ? value.replace(/role\/.*/, "role/*") : each))]
        : [],
    ),
  ];
}

function changedValue(value: string): string {
  if (value === "true") return "false";
  if (value === "false") return "true";
  return Number.isNaN(Number(value)) ? `${value}x` : String(Number(value) + 1);
}

function dropOne(values: readonly string[]): readonly (readonly [string, readonly string[]])[] {
  return values.length < 2 ? [] : values.map((dropped, index) => [dropped, values.filter((_, at) => at !== index)]);
}

function changeOne(
  values: readonly string[],
  change: (value: string) => string | undefined,
  said: (how: string, values: readonly string[]) => Broken,
): readonly Broken[] {
  return values.flatMap((value, index) => {
    const to = change(value);
    if (to === undefined || to === value) return [];
    return [
      said(
        `${value} as ${to}`,
        values.map((each, at) => (at === index ? to : each)),
      ),
    ];
  });
}

function list(values: string | readonly string[] | undefined): readonly string[] {
  return values === undefined ? [] : typeof values === "string" ? [values] : values;
}
