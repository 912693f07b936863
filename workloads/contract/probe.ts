import type { JsonSchema } from "./json-schema";

/** One call to a deployed API and what its contract says of the answer. Plain data. */
export interface Probe {
  /** A sentence: `createOrder creates`. */
  readonly name: string;
  readonly request: {
    readonly method: string;
    /** Path and query. `{{name}}` stands for what an earlier probe captured. */
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | undefined;
  };
  readonly expect: Expectation;
  /** Name → member of the answer's body, for later probes. */
  readonly capture: Readonly<Record<string, string>>;
}

export interface Expectation {
  readonly status: number;
  /** Absent when the contract does not say, as for a path that the API does not have. */
  readonly mediaType?: string;
  readonly schema?: JsonSchema;
  /** Headers that must be there, in any case. */
  readonly headers?: readonly string[];
  /** Members of the body and their values; `{{name}}` as in paths. */
  readonly members?: Readonly<Record<string, string>>;
  /** The member `list` of the body is a list with an element whose `member` is `value`. */
  readonly lists?: { readonly list: string; readonly member: string; readonly value: string };
  /** A problem's `errors` name this field. */
  readonly field?: string;
}
