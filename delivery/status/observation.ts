import type { LandingZone } from "../../declaration/model";
import type { StackSpec } from "../../declaration/stacks";
import type { LiveOrganization } from "../../live/live-organization";
import type { StackState } from "../state/read-state";

/** One stack as it is declared and as Terraform recorded it. */
export interface ObservedStack {
  readonly spec: StackSpec;
  /** `TYPE.NAME` of every resource of its JSON; undefined when it was not synthesised: never applied, or waiting for ids. */
  readonly declared: readonly string[] | undefined;
  /** Undefined when it was never applied, or could not be read. */
  readonly state: StackState | undefined;
  /** Why its state could not be read. */
  readonly unreadable: string | undefined;
}

/** A state with resources that no stack of the zone has. */
export interface Leftover {
  readonly key: string;
  readonly resources: number;
}

/** Everything that status is decided from. */
export interface Observation {
  readonly zone: LandingZone;
  /** Undefined while AWS has no organisation for these credentials. */
  readonly live: LiveOrganization | undefined;
  /** By stack id. */
  readonly stacks: ReadonlyMap<string, ObservedStack>;
  readonly leftovers: readonly Leftover[];
  readonly now: Date;
}
