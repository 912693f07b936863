import type { LandingZone } from "../declaration/model";

type Values = string | readonly string[];

/** One statement of a service control policy that denies; stable `Sid`s name it in reports and proofs. */
export interface DenyStatement {
  readonly Sid: string;
  readonly Effect: "Deny";
  readonly Action?: Values;
  readonly NotAction?: Values;
  readonly Resource: Values;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Values>>>>;
}

/** A guardrail of the catalogue: what it is for, in one sentence, and the statements that say it for a zone. */
export interface Guardrail {
  readonly name: string;
  readonly intent: string;
  readonly statements: (zone: LandingZone) => readonly DenyStatement[];
}
