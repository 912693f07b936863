import type { Random } from "../../generate/random";
import type { Draft } from "./draft";

/** The zones that are broken: the sample as it is, and with a NAT gateway in every zone. */
export type Base = "sample" | "with NAT";

/** A way to break the sample's Terraform. */
export interface Mutation {
  readonly does: (draft: Draft, from: Random) => void;
  /** Why, by AWS's semantics, nobody reaches anybody else for it, in the bases where that is so. */
  readonly harmless?: Readonly<Partial<Record<Base, string>>>;
}

export type Mutations = Readonly<Record<string, Mutation>>;

export const bases = ["sample", "with NAT"] as const satisfies readonly Base[];

export const everywhere = (reason: string): Readonly<Record<Base, string>> => ({ sample: reason, "with NAT": reason });
