import { type JsonMember, typeName } from "../json/json-node";
import type { Reading } from "./reading";

export interface LocatedText {
  readonly text: string;
  readonly at: number;
}

/** A string or a list of strings of an Action, Resource or their negation. */
export function stringsOf({ report }: Reading, element: "action" | "resource", member: JsonMember): LocatedText[] {
  const { key, value } = member;
  if (value.is === "unreadable") return [];
  if (value.is === "array" && value.items.length === 0) {
    report(`${element}-empty`, value.at, `${key} is an empty list; it needs at least one ${example[element]}`);
    return [];
  }
  if (value.is !== "array" && value.is !== "string") {
    report(`${element}-type`, value.at, `${key} is ${typeName(value)}; it must be a string or a list of strings`);
    return [];
  }
  return (value.is === "array" ? value.items : [value]).flatMap((item) => {
    if (item.is === "unreadable") return [];
    if (item.is !== "string") {
      report(`${element}-item-type`, item.at, `${key} holds ${typeName(item)}; it may hold strings only`);
      return [];
    }
    if (item.value === "") {
      report(`${element}-empty-string`, item.at, `${key} holds an empty string; it may hold ${example[element]}`);
      return [];
    }
    return [{ text: item.value, at: item.at }];
  });
}

const example = { action: 'an action such as "s3:GetObject" or "*"', resource: 'an ARN or "*"' } as const;
