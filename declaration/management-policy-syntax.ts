import type { Syntax } from "./management-policies";
import { listed, didYouMean } from "./problem/nearest";
import { kindOf, shown } from "./problem/words";

/** Something that content of a policy type does not have, and where it stands in it. */
export interface SyntaxFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Organizations User Guide, "Policy syntax and inheritance for management policy types", "Inheritance operators". */
const valueOperators = ["@@assign", "@@append", "@@remove"];
const childControl = "@@operators_allowed_for_child_policies";
const allowedForChildren = ["@@all", "@@none", ...valueOperators];

/** What is wrong with the content of a management policy: its operators, and the keys and values that the type knows. */
export function syntaxFaults(content: unknown, syntax: Syntax): readonly SyntaxFault[] {
  return faultsAt(content, syntax, []);
}

function faultsAt(value: unknown, syntax: Syntax, path: readonly PropertyKey[]): readonly SyntaxFault[] {
  if (!isMapping(value)) {
    const message = `expected keys, or an operator such as @@assign, found ${kindOf(value)}`;
    return [{ path, message }];
  }
  const keys = typeof syntax === "object" && "keys" in syntax ? Object.keys(syntax.keys) : undefined;
  if (path.length === 0 && Object.keys(value).length === 0)
    return [{ path, message: `nothing is said here${known(keys)}` }];
  return Object.entries(value).flatMap(([key, below]): readonly SyntaxFault[] => {
    const at = [...path, key];
    if (key.startsWith("@@")) return operatorFaults(key, below, syntax, at);
    if (syntax === "any") return faultsAt(below, "any", at);
    if ("each" in syntax) return faultsAt(below, syntax.each, at);
    if ("values" in syntax) return [{ path: at, message: `only operators stand here, such as @@assign; found ${key}` }];
    const next = Object.hasOwn(syntax.keys, key) ? syntax.keys[key] : undefined;
    if (next !== undefined) return faultsAt(below, next, at);
    return [
      { path: at, message: `policies of this type have no ${key} here${didYouMean(key, keys ?? []) || known(keys)}` },
    ];
  });
}

function operatorFaults(
  operator: string,
  given: unknown,
  syntax: Syntax,
  path: readonly PropertyKey[],
): readonly SyntaxFault[] {
  if (operator === childControl) {
    const wrong = listOf(given).find((each) => !allowedForChildren.includes(String(each)));
    if (wrong === undefined) return [];
    return [
      { path, message: `${shown(wrong)} is no operator for child policies; one of ${allowedForChildren.join(", ")}` },
    ];
  }
  if (!valueOperators.includes(operator)) {
    const all = [...valueOperators, childControl];
    return [
      { path, message: `${operator} is no operator${didYouMean(operator, all) || `; one of ${all.join(", ")}`}` },
    ];
  }
  if (listOf(given).some((each) => typeof each === "object" && each !== null))
    return [{ path, message: `${operator} gives a value or a list of values, found ${kindOf(given)}` }];
  if (typeof syntax !== "object" || !("values" in syntax)) return [];
  const { values } = syntax;
  const wrong = listOf(given).find((each) => !values.includes(String(each)));
  if (wrong === undefined) return [];
  return [{ path, message: `${shown(wrong)} is not allowed here; one of ${values.join(", ")}` }];
}

function known(keys: readonly string[] | undefined): string {
  return keys === undefined ? "" : `; one of ${listed(keys)}`;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
