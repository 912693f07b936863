import type { LandingZone } from "../declaration/model";
import type { Claim } from "./claim";
import type { ConditionBlock } from "./condition-block";

type Values = string | readonly string[];

/** One statement that denies; stable `Sid`s name it in reports and proofs. */
export interface DenyStatement {
  readonly Sid: string;
  readonly Effect: "Deny";
  /** Only resource control policies have it, and only as `*` (Organizations User Guide, "RCP syntax"). */
  readonly Principal?: "*";
  readonly Action?: Values;
  readonly NotAction?: Values;
  readonly Resource: Values;
  readonly Condition?: ConditionBlock;
}

export const guardrailGroups = [
  "foundations",
  "logging",
  "detection",
  "identity",
  "network",
  "data-perimeter",
  "encryption",
  "compute",
  "workloads",
  "sandbox",
] as const;

export type GuardrailGroup = (typeof guardrailGroups)[number];

/** Where a guardrail does most good without being in the way; a zone attaches it where it wants. */
export type SuggestedAttachment =
  "root" | "security" | "workloads" | "prod" | "sandbox" | "suspended" | "single accounts";

/**
 * Whom a guardrail lets through.
 *
 * - `nobody`: a zone that exempts a role from it is refused. No resource control policy exempts a role by its name: its callers are of any account.
 * - `declared`: the roles the zone exempts.
 * - `platform`: those and the role that deploys the platform's stacks.
 */
export type Exemptions = "nobody" | "declared" | "platform";

/** What a zone says of a guardrail beside where it is attached. */
export interface GuardrailOptions {
  /** Names of roles, or ARN patterns of principals, that the zone lets through. */
  readonly exemptRoles: readonly string[];
}

export const noOptions: GuardrailOptions = { exemptRoles: [] };

export interface GuardrailContext {
  readonly zone: LandingZone;
  readonly options: GuardrailOptions;
}

/** A guardrail of the catalogue: what it is for, the statements that say it for a zone, and the claims that hold where it is attached. */
export interface Guardrail {
  readonly name: string;
  readonly group: GuardrailGroup;
  /** A service control policy binds the account's principals, a resource control policy the account's resources. */
  readonly kind: "scp" | "rcp";
  /** One sentence. */
  readonly intent: string;
  readonly suggested: SuggestedAttachment;
  readonly exemptions: Exemptions;
  readonly statements: (context: GuardrailContext) => readonly DenyStatement[];
  /** All that the statements deny, said anew from the intent: nothing of `statements` is reused. */
  readonly claims: (context: GuardrailContext) => readonly Claim[];
}
