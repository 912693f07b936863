import type { Statement } from "../../engine/policy/policy";
import type { Request } from "../../engine/request";
import { statementApplies } from "../../engine/symbolic/build";
import { CannotTell } from "../../engine/symbolic/cannot-tell";
import type { Domain } from "../../engine/symbolic/domain";
import type { Formula } from "../../engine/symbolic/formula";
import { implies, isEmpty as hasNone } from "../../engine/symbolic/is-empty";
import { witness } from "../../engine/symbolic/witness";
import type { ActionClass } from "../../engine/universe/action-classes";
import { type DomainAccount, requestDomain } from "../../engine/universe/request-domain";
import type { LintPolicy, LintSubject } from "./subject";

/** Classes of actions that a statement is about. */
export function classesOf({ classes }: LintSubject, { action }: Statement): readonly ActionClass[] {
  const matched = classes.matching(action.patterns);
  if (!action.negated) return matched;
  const but = new Set(matched);
  return classes.classes.filter((each) => !but.has(each));
}

/** The requests that a policy can be asked about: a resource control policy is asked about anybody's. */
export function domainOf({ type }: LintPolicy, { representative }: ActionClass, account: DomainAccount): Domain {
  return requestDomain(representative, account, type === "RESOURCE_CONTROL_POLICY" ? "anybody" : "member");
}

/** The requests a statement applies to. */
export function applies({ policy }: LintPolicy, statement: Statement, { representative }: ActionClass): Formula {
  return statementApplies(statement, policy.version, representative.name);
}

/** A request of the set; undefined also when the engine cannot tell: lint says only what is proved. */
export function found(formula: Formula, action: string, domain: Domain): Request | undefined {
  return decided(() => witness(formula, action, domain));
}

/** Whether the engine can tell that there is no request in the set. */
export function isEmpty(formula: Formula, domain: Domain): boolean {
  return decided(() => hasNone(formula, domain)) ?? false;
}

/** Whether the engine can tell that one set is within the other. */
export function isWithin(one: Formula, other: Formula, domain: Domain): boolean {
  return decided(() => implies(one, other, domain)) ?? false;
}

function decided<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof CannotTell) return undefined;
    throw error;
  }
}
