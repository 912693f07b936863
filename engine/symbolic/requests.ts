import { type Operator, operators, type Qualifier, qualifiers } from "../policy/operator";
import type { ConditionTest } from "../policy/policy";
import { condition, resourceAtom } from "./atoms";
import type { Formula } from "./formula";
import { all, always, any, not } from "./intern";

/** A Condition element as data: operator → key → values. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** A set of requests of one action in the terms of a policy statement. */
export interface RequestsSaid {
  /** Patterns of resources; absent: any. */
  readonly resources?: readonly string[] | undefined;
  readonly butResources?: readonly string[] | undefined;
  /** All of its tests hold. */
  readonly when?: Conditions | undefined;
  /** In none of these do all tests hold. */
  readonly unless?: readonly Conditions[] | undefined;
}

const version = "2012-10-17";

const known = new WeakMap<RequestsSaid, Formula>();

/**
 * The requests that are described. Policy variables in values and patterns mean what they mean in a policy.
 * @throws RangeError for an operator that does not exist
 */
export function requests(said: RequestsSaid): Formula {
  const formula = known.get(said) ?? read(said);
  known.set(said, formula);
  return formula;
}

function read(said: RequestsSaid): Formula {
  return all([
    said.resources === undefined ? always : resourceAtom({ negated: false, patterns: said.resources }, version),
    said.butResources === undefined ? always : resourceAtom({ negated: true, patterns: said.butResources }, version),
    said.when === undefined ? always : conditions(said.when),
    not(any((said.unless ?? []).map(conditions))),
  ]);
}

/** The requests in which all tests of a Condition element hold. */
export function conditions(block: Conditions): Formula {
  return all(
    Object.entries(block).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) =>
        condition({ ...named(operator), key, values: typeof values === "string" ? [values] : values, place }, version),
      ),
    ),
  );
}

const place = { line: 0, column: 0 };

/** Operators are compared without regard to case, as the service does (IAM User Guide, "Grammar of the IAM JSON policy language"). */
function named(text: string): Pick<ConditionTest, "operator" | "qualifier" | "ifExists"> {
  const [before, after] = text.includes(":") ? text.split(":", 2) : [undefined, text];
  const qualifier: Qualifier | undefined = qualifiers.find((each) => each.toLowerCase() === before?.toLowerCase());
  const ifExists = after !== undefined && /ifexists$/i.test(after);
  const plain = (after ?? "").replace(/ifexists$/i, "").toLowerCase();
  const operator: Operator | undefined = operators.find((each) => each.toLowerCase() === plain);
  if (operator === undefined || (before !== undefined && qualifier === undefined))
    throw new RangeError(`${text} is no condition operator`);
  return { operator, qualifier, ifExists };
}
