import { operators, type Operator } from "./comparisons";
import type { VariableRules } from "./variables";
import { literally } from "./wildcards";

/** Every choice the evaluator makes, one by one, so that a test can break one and see it noticed. */
export interface Rules extends VariableRules {
  readonly operators: Readonly<Record<string, Operator>>;
  /** What a test without qualifier says of a key the request lacks. */
  readonly absent: (negated: boolean) => boolean;
  readonly absentForAllValues: boolean;
  readonly absentForAnyValue: boolean;
  readonly absentIfExists: boolean;
  /** Of the outcomes of a policy's values for one value of the request. */
  readonly amongPolicyValues: (outcomes: readonly boolean[]) => boolean;
  readonly forAllValues: (outcomes: readonly boolean[]) => boolean;
  readonly forAnyValue: (outcomes: readonly boolean[]) => boolean;
  /** Of the outcomes of several values of the request for a test without qualifier. */
  readonly unqualified: (outcomes: readonly boolean[], negated: boolean) => boolean;
  readonly amongTests: (outcomes: readonly boolean[]) => boolean;
  readonly amongLevels: (allowed: readonly boolean[]) => boolean;
  readonly notAction: (matched: boolean) => boolean;
  readonly notResource: (matched: boolean) => boolean;
  readonly foldAction: (text: string) => string;
  /** Whether a `*` of a Resource may stand for a colon, `last` telling that it ends a segment. */
  readonly starOfResourceCrosses: (last: boolean) => boolean;
  readonly denyWins: boolean;
  readonly exemptsServiceLinkedRoles: boolean;
}

const every = (outcomes: readonly boolean[]) => outcomes.every(Boolean);
const some = (outcomes: readonly boolean[]) => outcomes.some(Boolean);
const sameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

export const awsRules: Rules = {
  operators,
  // "Condition operators", Important: without the key "the values do not match"; a negated operator is then true.
  absent: (negated) => negated,
  // "Single-valued vs. multivalued context keys", Set operators for multivalued context keys.
  absentForAllValues: true,
  absentForAnyValue: false,
  // "Condition operators", ...IfExists: "If the key is not present, evaluate the condition element as true."
  absentIfExists: true,
  // "Conditions with multiple context keys or values": OR of the values, NOR where negated, AND of keys and operators.
  amongPolicyValues: some,
  amongTests: every,
  forAllValues: every,
  forAnyValue: some,
  // The pages only say that several values require a set operator; the literal reading of "matches" is that one does.
  unqualified: (outcomes, negated) => (negated ? every(outcomes) : some(outcomes)),
  // "SCP evaluation": an Allow at every level from the root through each OU to the account; any level can deny.
  amongLevels: every,
  denyWins: true,
  // "IAM JSON policy elements: NotAction", "... NotResource": everything except what is listed.
  notAction: (matched) => !matched,
  notResource: (matched) => !matched,
  // "IAM JSON policy elements: Action": "The prefix and the action name are case insensitive."
  foldAction: (text) => text.toLowerCase(),
  // "IAM JSON policy elements: Resource": a * that ends a segment can expand to match beyond the colon.
  starOfResourceCrosses: (last) => last,
  // "Service control policies": "SCPs do not affect any service-linked role."
  exemptsServiceLinkedRoles: true,
  // "IAM JSON policy elements: Version", "Variables and tags".
  known: (version) => version === "2012-10-17",
  missing: undefined,
  substituted: literally,
  // "IAM JSON policy elements: Condition": names of keys are not case-sensitive.
  sameKey: sameName,
};
