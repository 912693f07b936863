import type { Bounds } from "../../engine/bounds";
import type { Policy, Statement } from "../../engine/policy/policy";
import type { ActionClasses } from "../../engine/universe/action-classes";
import type { DomainAccount } from "../../engine/universe/request-domain";
import type { Universe } from "../../engine/universe/universe";
import type { PolicyType } from "../../policies/attached";

/** A guardrail's policy. */
export interface LintPolicy {
  /** Name of the guardrail. */
  readonly name: string;
  readonly type: PolicyType;
  /** The object that stands in the bounds of the paths. */
  readonly policy: Policy;
  /** Whether the policy is a file of the zone's own, so that its places are places of that file. */
  readonly isOwn: boolean;
}

/** Accounts which the same policies bind on the same levels. */
export interface LintPath {
  readonly accounts: readonly { readonly name: string }[];
  readonly bounds: Bounds;
  readonly domainAccount: DomainAccount;
  /** Names of the guardrails that bind them. */
  readonly guardrails: readonly string[];
}

/** Everything the rules look at. */
export interface LintSubject {
  readonly policies: readonly LintPolicy[];
  readonly paths: readonly LintPath[];
  readonly universe: Universe;
  /** Classes that the policies cannot tell apart further. */
  readonly classes: ActionClasses;
  /** Ids of the zone's accounts; undefined when some of them are not known. */
  readonly accountIds: ReadonlySet<string> | undefined;
  /** Patterns of the ARNs of principals that the zone makes or knows of; undefined: not known, and nothing is said of them. */
  readonly principals: readonly string[] | undefined;
  /** File of a guardrail's own policy, relative to the working directory. */
  readonly fileOf?: ((guardrail: string) => string | undefined) | undefined;
}

/** A statement with what it belongs to. */
export interface StatementOf {
  readonly subject: LintSubject;
  readonly policy: LintPolicy;
  readonly statement: Statement;
}

/** Every statement of every policy. */
export function statementsOf(subject: LintSubject): readonly StatementOf[] {
  return subject.policies.flatMap((policy) =>
    policy.policy.statements.map((statement) => ({ subject, policy, statement })),
  );
}

/** The paths that a policy binds. */
export function pathsOf({ subject, policy }: StatementOf): readonly LintPath[] {
  return subject.paths.filter(({ guardrails }) => guardrails.includes(policy.name));
}
