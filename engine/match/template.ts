import type { PolicyVersion } from "../policy/policy";
import { type Context, valuesOf } from "./context";

/** Part of a value of a policy. In `text`, `*` and `?` are wildcards where the element has any; in `literal` they stand for themselves. */
export type Part =
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "literal"; readonly text: string }
  | { readonly is: "variable"; readonly key: string; readonly fallback: string | undefined };

export type Template = readonly Part[];

/** A template whose variables have their values. */
export type Resolved = readonly Exclude<Part, { readonly is: "variable" }>[];

const variable = /\$\{(?:([*?$])\s*|(\s*[^{},\s][^{},]*)(?:,\s*'([^']*)'\s*)?)\}/g;

/**
 * Splits a value at its policy variables: `${key}`, `${key, 'default'}` and the escapes `${*}`, `${?}`, `${$}`
 * (IAM User Guide, "IAM policy elements: Variables and tags"). In version 2008-10-17 there are none: `${…}` is plain text.
 */
export function parseTemplate(value: string, version: PolicyVersion): Template {
  if (version === "2008-10-17" || !value.includes("${")) return [{ is: "text", text: value }];
  const parts: Part[] = [];
  let end = 0;
  for (const match of value.matchAll(variable)) {
    if (match.index > end) parts.push({ is: "text", text: value.slice(end, match.index) });
    end = match.index + match[0].length;
    const [, escaped, key, fallback] = match;
    if (escaped !== undefined) parts.push({ is: "literal", text: escaped });
    else if (key !== undefined) parts.push({ is: "variable", key: key.trim(), fallback });
  }
  if (end < value.length || parts.length === 0) parts.push({ is: "text", text: value.slice(end) });
  return parts;
}

/** Whether the template says the same whatever the context. */
export function isConstant(template: Template): template is Resolved {
  return template.every((part) => part.is !== "variable");
}

/**
 * Fills in the variables. A value taken from the request is literal: its `*` and `?` are no wildcards. A key with several values cannot be a
 * variable ("Request information that you can use for policy variables").
 * @returns undefined when a variable has neither a value nor a default: the whole value then matches nothing
 */
export function resolve(template: Template, context: Context): Resolved | undefined {
  if (isConstant(template)) return template;
  const resolved: Resolved[number][] = [];
  for (const part of template) {
    if (part.is !== "variable") resolved.push(part);
    else {
      const values = valuesOf(context, part.key);
      const text = values === undefined ? part.fallback : values.length === 1 ? values[0] : undefined;
      if (text === undefined) return undefined;
      resolved.push({ is: "literal", text });
    }
  }
  return resolved;
}

/** The text, for operators that know no wildcards. */
export function plainText(resolved: Resolved): string {
  return resolved.map(({ text }) => text).join("");
}

/** Names of the context keys a value needs, as written. */
export function variablesOf(value: string, version: PolicyVersion): readonly string[] {
  return parseTemplate(value, version).flatMap((part) => (part.is === "variable" ? [part.key] : []));
}

/** What keeps a `${` in a value from being a policy variable. */
export function malformedVariable(value: string): "unclosed" | "empty" | "malformed" | undefined {
  const rest = value.replaceAll(variable, "");
  const from = rest.indexOf("${");
  if (from < 0) return undefined;
  const end = rest.indexOf("}", from);
  if (end < 0) return "unclosed";
  return rest.slice(from + 2, end).trim() === "" ? "empty" : "malformed";
}
