import type { LandingZone } from "../../declaration/model";
import type { LiveGuardrails } from "../../live/live-guardrails";
import type { Governed } from "./governed";
import type { Matched } from "./matched";
import type { ReadPolicies } from "./sides";

/** A declaration and the organisation, side by side. */
export interface Compared {
  /** With the ids of its accounts. */
  readonly zone: LandingZone;
  readonly guardrails: LiveGuardrails;
  readonly at: Matched;
  readonly read: ReadPolicies;
  readonly declared: Governed;
  readonly live: Governed;
}

/** One way in which the organisation is not as declared. */
export interface LiveDifference {
  /** Stable, kebab-case. */
  readonly rule: string;
  /** What it is about: the policy, unit or account by its name. */
  readonly subject: string;
  /** Name of the declared account it is about. */
  readonly account?: string | undefined;
  readonly message: string;
  readonly remedy: string;
  /** What would bound the accounts if everything else were as declared; absent: it changes what bounds none of them. */
  readonly alone?: Governed | undefined;
}

/** Finds the differences of one kind, or of a few that belong together. */
export type LiveRule = (compared: Compared) => readonly LiveDifference[];
