import { type JsonMember, scalarText, typeName } from "../json/json-node";
import type { ConditionTest } from "../policy";
import { checkLiteral } from "./literal";
import { type NamedOperator, readOperator } from "./operator";
import type { Elements, Reading } from "./reading";

/** operator → key → value or list of values ("IAM JSON policy elements: Condition"). */
export function readConditions(
  reading: Reading,
  { Condition: member }: Elements<"Condition">,
): readonly ConditionTest[] {
  if (!member || member.value.is === "unreadable") return [];
  const { report } = reading;
  if (member.value.is !== "object") {
    report(
      "condition-type",
      member.value.at,
      `Condition is ${typeName(member.value)}; it must be an object of operators`,
    );
    return [];
  }
  const seen = new Set<string>();
  return member.value.members.flatMap((operator) => {
    if (seen.has(operator.key)) {
      report(
        "duplicate-element",
        operator.at,
        `a second ${operator.key} in one Condition; put its keys into the first`,
      );
    }
    seen.add(operator.key);
    return readTests(reading, operator);
  });
}

function readTests(reading: Reading, { key: name, at, value }: JsonMember): readonly ConditionTest[] {
  const operator = readOperator(reading, name, at);
  if (value.is === "unreadable") return [];
  if (value.is !== "object") {
    reading.report(
      "operator-type",
      value.at,
      `${name} holds ${typeName(value)}; it must hold an object of condition keys`,
    );
    return [];
  }
  const seen = new Set<string>();
  return value.members.flatMap((member) => {
    checkKey(reading, member, seen);
    const values = readValues(reading, member, operator);
    return operator ? [{ ...operator, key: member.key, values, place: reading.placeOf(member.at) }] : [];
  });
}

function checkKey({ report }: Reading, { key, at }: JsonMember, seen: Set<string>): void {
  if (key === "") report("condition-key-empty", at, "an empty condition key; write such as aws:PrincipalArn");
  else if (!/^[^:\s]+:[^]/.test(key)) {
    report(
      "condition-key-vendor",
      at,
      `the condition key ${JSON.stringify(key)} has no prefix, such as "aws:" or "s3:"`,
    );
  }
  if (seen.has(key.toLowerCase())) {
    report("condition-key-duplicate", at, `a second ${key} under one operator; put its values into one list`);
  }
  seen.add(key.toLowerCase());
}

function readValues(
  reading: Reading,
  { key, value }: JsonMember,
  operator: NamedOperator | undefined,
): readonly string[] {
  const items = value.is === "array" ? value.items : [value];
  return items.flatMap((item) => {
    const text = scalarText(item);
    if (text !== undefined) {
      if (operator) checkLiteral(reading, operator.operator, text, item.at);
      return [text];
    }
    if (item.is === "unreadable") return [];
    const allowed = "it may hold a string, a number, true or false, or a list of them";
    const kind = value.is === "array" ? "condition-item-type" : "condition-value-type";
    reading.report(kind, item.at, `${key} holds ${typeName(item)}; ${allowed}`);
    return [];
  });
}
