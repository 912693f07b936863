/** What a fault may hit, as rules ask about it: a call to an AWS API, or a request to a deployed API. */
export interface Subject {
  readonly kind: "call" | "request";
  /** A function or a state machine calls. */
  readonly isWorkload: boolean;
  /** Twelve-digit id. */
  readonly account: string;
  /** Its name in the zone; undefined when it has none. */
  readonly accountName: () => string | undefined;
  /** Every name the service goes by. */
  readonly services: readonly string[];
  readonly operation: string | undefined;
  readonly role: string | undefined;
  /** Name of the function that calls, as its session says. */
  readonly functionName: string | undefined;
  /** ARNs of what the call acts on, as far as they can be derived. */
  readonly resources: () => readonly string[];
  /** Service whose API is asked. */
  readonly api: string | undefined;
  /** The process that calls is known and can be killed. */
  readonly isProcess: () => boolean;
}
