import { listed } from "../declaration/problem/nearest";

/** What a policy of the zone's own denies, in a sentence: its statements' actions. Its JSON was checked with the zone. */
export function deniedBy(document: string): string {
  const policy: unknown = JSON.parse(document);
  const statements = list(valueOf(policy, "Statement")).filter((each) => valueOf(each, "Effect") === "Deny");
  if (statements.length === 0) return "Denies nothing.";
  return statements.map((statement) => sentence(statement)).join(" ");
}

function sentence(statement: unknown): string {
  const besides = texts(valueOf(statement, "NotAction"));
  const what = besides.length > 0 ? `everything but ${listed(besides)}` : listed(texts(valueOf(statement, "Action")));
  return `Denies ${what}${valueOf(statement, "Condition") === undefined ? "" : ", under conditions"}.`;
}

function list(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function texts(value: unknown): readonly string[] {
  return list(value).map(String);
}

function valueOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
