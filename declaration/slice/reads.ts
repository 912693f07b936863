import type { IdKey } from "../ids";
import type { Account, LandingZone } from "../model";
import type { StackSpec } from "../stacks";

/**
 * What the builder of one kind of stack reads beside what every stack is made with (partition, home region, tags, name and
 * owner of its account, its state). Lists of which the order does not matter are sorted.
 */
export interface Reads {
  readonly zone: Partial<Omit<LandingZone, "ids" | "imports" | "partition" | "stateBucket" | "tags">>;
  /** Of the account the stack is in. */
  readonly account?: Partial<Account>;
  readonly ids: readonly IdKey[];
}

export type ReadsOf = (zone: LandingZone, spec: StackSpec) => Reads;
