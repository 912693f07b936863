import type { ConditionTest, Patterns, PolicyVersion } from "../policy/policy";

/** A yes-or-no question about a request. Atoms that ask the same are one object (see `intern`). */
export type Atom =
  | { readonly is: "resource"; readonly test: Patterns; readonly version: PolicyVersion }
  | { readonly is: "condition"; readonly test: ConditionTest; readonly version: PolicyVersion };

/** A set of requests of one action. */
export type Formula =
  | { readonly is: "true" }
  | { readonly is: "false" }
  | { readonly is: "atom"; readonly atom: Atom }
  | { readonly is: "not"; readonly of: Formula }
  | { readonly is: "all"; readonly of: readonly Formula[] }
  | { readonly is: "any"; readonly of: readonly Formula[] };
