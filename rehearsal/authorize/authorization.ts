import type { AwsResponse } from "../gateway/call";

/** What the organisation's policies say of a call. */
export type Authorization =
  | { readonly verdict: "allowed" }
  | {
      readonly verdict: "denied";
      readonly answer: AwsResponse;
      readonly action: string;
      readonly resource: string | undefined;
      /** Id and statement that deny; absent when nothing allows. */
      readonly policy?: string;
      readonly statement?: string;
    }
  | {
      readonly verdict: "undecided";
      readonly action: string;
      readonly resource: string | undefined;
      /** Condition keys, `resource` or `operation`: what cannot be derived from the call. */
      readonly needs: readonly string[];
    };
