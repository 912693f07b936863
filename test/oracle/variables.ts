import type { Context } from "./case";
import { listOf } from "./case";
import { literally, placesOf, type Place } from "./wildcards";

/** How variables are read; `Rules` carries it. */
export interface VariableRules {
  /** Whether a document of this version knows variables at all. */
  readonly known: (version: string | undefined) => boolean;
  /** What stands for a variable without value and without default; undefined: the whole text is null. */
  readonly missing: string | undefined;
  /** Places of a value that came from the request. */
  readonly substituted: (value: string) => readonly Place[];
  /** Whether two names name one context key. */
  readonly sameKey: (one: string, other: string) => boolean;
}

/**
 * Values of a key of the request, or undefined where the request lacks it. Names of keys ignore case ("IAM JSON policy
 * elements: Condition").
 */
export function valuesOf(
  context: Context,
  key: string,
  sameKey: VariableRules["sameKey"],
): readonly string[] | undefined {
  const found = Object.entries(context).find(([name]) => sameKey(name, key));
  return found === undefined ? undefined : listOf(found[1]);
}

/**
 * Places of a policy's text after its variables are replaced; undefined where a variable has no value, for then "the
 * value is effectively null. There is no equal or like value" ("IAM policy elements: Variables and tags", Policy variables
 * with no value). `${*}`, `${?}` and `${$}` stand for the characters (Special characters) and `${key, 'text'}` has a
 * default (Specifying default values).
 *
 * The page is silent on wildcards inside a value of the request: they are characters here, for the page calls variables
 * placeholders of exact values. A key with several values cannot be a variable ("Single-valued vs. multivalued context
 * keys"): it counts as without value.
 */
export function expand(
  text: string,
  version: string | undefined,
  context: Context,
  rules: VariableRules,
): readonly Place[] | undefined {
  if (!rules.known(version)) return placesOf(text);
  const places: Place[] = [];
  let rest = text;
  for (;;) {
    const start = rest.indexOf("${");
    const end = rest.indexOf("}", start);
    if (start < 0 || end < 0) return [...places, ...placesOf(rest)];
    places.push(...placesOf(rest.slice(0, start)));
    const value = valueOfVariable(rest.slice(start + 2, end), context, rules);
    if (value === undefined) return undefined;
    places.push(...value);
    rest = rest.slice(end + 1);
  }
}

function valueOfVariable(inside: string, context: Context, rules: VariableRules): readonly Place[] | undefined {
  if (inside === "*" || inside === "?" || inside === "$") return literally(inside);
  const [, key = inside, fallback] = /^(.*?), '(.*)'$/.exec(inside) ?? [];
  const values = valuesOf(context, key, rules.sameKey) ?? [];
  const [value] = values;
  if (value !== undefined && values.length === 1) return rules.substituted(value);
  const other = fallback ?? rules.missing;
  return other === undefined ? undefined : literally(other);
}
