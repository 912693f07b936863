import type { Place } from "./policy";

/** What makes a document unusable as a policy. */
export interface Fault extends Place {
  /** Stable kebab-case name of the kind of fault. */
  readonly kind: string;
  /** What is wrong, what is allowed, and the nearest valid name. */
  readonly message: string;
  /** What AWS would say: the exception and its words, as the APIs of Organizations and IAM give them. */
  readonly aws: string;
}
