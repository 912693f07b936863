/** Hours a month has in AWS's own estimates ("AWS Pricing Calculator": 730 hours a month). */
export const hoursPerMonth = 730;

/** One price as somebody read or knew it. */
export interface Quote {
  /** `all`: one price in every region of the partition `aws`. */
  readonly regions: "all" | readonly string[];
  readonly usd: number;
  /** The page of AWS it is from, and who read it there when; or that nobody did. */
  readonly source: string;
}

/** Holds for resources whose attribute has a value, or has this one. */
export interface Condition {
  readonly attribute: string;
  readonly is?: string | boolean;
}

/**
 * How many units a resource is: the entries of a list attribute (of those that have a certain key, one at least), the number an attribute
 * holds, or always so many.
 */
export type Count =
  { readonly entries: string; readonly having?: string } | { readonly value: string } | { readonly always: number };

/** What a resource costs by being there. */
export interface IdlePrice {
  readonly what: string;
  readonly per: "hour" | "month";
  readonly quotes: readonly Quote[];
  /** One when undefined. */
  readonly count?: Count;
  readonly when?: Condition;
  /** Units of an account beyond so many cost less. */
  readonly beyond?: { readonly units: number; readonly usd: number };
}

/** What use of a resource costs. It is named and never summed. */
export interface UsagePrice {
  readonly what: string;
  readonly unit: string;
  readonly quotes: readonly Quote[];
  readonly when?: Condition;
}

/** What resources of some Terraform types cost; a type is in one row. */
export interface PriceRow {
  readonly types: readonly string[];
  readonly idle?: readonly IdlePrice[];
  readonly usage?: readonly UsagePrice[];
  /** Why nothing is charged for being there or being used. */
  readonly free?: string;
}
