import type { Place, Statement } from "../../engine/policy/policy";
import type { Request } from "../../engine/request";
import type { Severity } from "../finding";
import { type LintPolicy, type LintSubject, type StatementOf, statementsOf } from "./subject";

/** What a rule says of a statement. */
export interface Remark {
  readonly message: string;
  readonly remedy: string;
  /** Default: the statement's. */
  readonly place?: Place | undefined;
  /** Name of an account where it is so, when it is not so everywhere. */
  readonly account?: string | undefined;
  readonly request?: Request | undefined;
}

export interface Noticed extends Remark {
  readonly policy: LintPolicy;
  readonly statement: Statement;
}

/** Something to look for in policies. */
export interface Rule {
  /** Stable, kebab-case. */
  readonly name: string;
  readonly severity: Severity;
  readonly look: (subject: LintSubject) => readonly Noticed[];
}

/** A rule that looks at one statement at a time. */
export function statementRule(name: string, severity: Severity, look: (of: StatementOf) => readonly Remark[]): Rule {
  return {
    name,
    severity,
    look: (subject) =>
      statementsOf(subject).flatMap((of) =>
        look(of).map((remark) => ({ ...remark, policy: of.policy, statement: of.statement })),
      ),
  };
}
