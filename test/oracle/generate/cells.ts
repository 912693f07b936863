import { operators } from "../comparisons";
import type { Qualifier, Test } from "../condition";

/** How a key stands in a request. */
export type Presence = "absent" | "single" | "multivalued";

/** A kind of test. */
export type Kind = Pick<Test, "operator" | "qualifier" | "ifExists">;

/** What a request is made for: how a test's key stands in it, and the outcome. */
export interface Aim {
  readonly presence: Presence;
  readonly outcome: boolean;
}

const qualifiers: readonly Qualifier[] = ["none", "ForAllValues", "ForAnyValue"];

/** Every kind of test: each operator with each qualifier, with and without IfExists, and Null, which takes neither. */
export const kinds: readonly Kind[] = [
  ...Object.keys(operators).flatMap((operator) =>
    qualifiers.flatMap((qualifier) => [false, true].map((ifExists) => ({ operator, qualifier, ifExists }))),
  ),
  { operator: "Null", qualifier: "none", ifExists: false },
];

/** Every aim in turn; a missing key has one outcome only, whichever is asked for. */
export const aims: readonly [Aim, ...Aim[]] = [
  { presence: "single", outcome: true },
  { presence: "single", outcome: false },
  { presence: "multivalued", outcome: true },
  { presence: "multivalued", outcome: false },
  { presence: "absent", outcome: true },
];

/** The operator as a policy writes it. */
export function nameOf(kind: Kind): string {
  const prefix = kind.qualifier === "none" ? "" : `${kind.qualifier}:`;
  return `${prefix}${kind.operator}${kind.ifExists ? "IfExists" : ""}`;
}

/** How a key's values stand in a request; undefined for a key that is there without a value. */
export function presenceOf(values: readonly string[] | undefined): Presence | undefined {
  if (values === undefined) return "absent";
  if (values.length === 0 || values.every((value) => value === "")) return undefined;
  return values.length === 1 ? "single" : "multivalued";
}
