import type { AnyUse } from "../uses/use";

/** The two kinds of API that Amazon API Gateway has. */
export type ApiKind = "http" | "rest";

/** Requests a second, and how many at once. */
export interface Rate {
  readonly rate: number;
  readonly burst: number;
}

/** Who may call from a browser (Fetch Standard, "CORS protocol"). */
export interface Cors {
  /** Origins such as `https://shop.example`; `*` for any, which then may send no credentials. */
  readonly origins: readonly [string, ...string[]];
  /** How long a browser may remember the answer to its preflight request. */
  readonly maxAgeSeconds?: number;
}

/** What clients with one of the plan's keys may do. The keys are made by the stack and handed out by hand. */
export interface UsagePlan {
  readonly throttle: Rate;
  readonly requestsPerDay?: number;
  /** Names of its clients: a key each. */
  readonly clients: readonly string[];
}

/** What a contract cannot say of a security scheme of its own. */
export interface Authorizer<Uses extends AnyUse = AnyUse> {
  /**
   * Of a token of an OpenID Connect issuer: the clients it may be made for. An HTTP API always compares them; a REST API takes a token of any
   * client of a Cognito user pool, and knows no other issuer.
   */
  readonly audience?: readonly [string, ...string[]];
  /** Of a token of one of the service's own user pools: its name. The issuer is that pool then, and the audience its clients. */
  readonly userPool?: string;
  /** Of a token that the service's own function reads, `<handlers>/<scheme>.ts`: how long what it says stands. 300 when absent, 0 for once. */
  readonly ttlSeconds?: number;
  /** What that function uses of the service's resources. */
  readonly uses?: readonly Uses[];
}

/** What a service's API has beside what its contract says. */
export interface ApiDefinition {
  /** Left out: the cheapest kind that has every feature asked for. */
  readonly kind?: ApiKind;
  /** API Gateway refuses bodies and missing parameters that do not conform; else the function alone does. */
  readonly edgeValidation?: boolean;
  /** AWS WAF in front: the managed rules of AWS, and a limit for each client's address. */
  readonly firewall?: { readonly requestsPerFiveMinutes: number };
  /** By operationId of a GET. Answers to clients who are told apart by who they are cannot be shared. */
  readonly cache?: Readonly<Record<string, { readonly seconds: number }>>;
  readonly cors?: Cors;
  /** By operationId: other than the account's settings say. */
  readonly throttle?: Readonly<Record<string, Rate>>;
  readonly usagePlans?: Readonly<Record<string, UsagePlan>>;
  /** By security scheme of the contract. */
  readonly authorizers?: Readonly<Record<string, Authorizer>>;
  /** By operationId: the queue of the service that requests are stored in, in place of a function that answers them. */
  readonly sendTo?: Readonly<Record<string, string>>;
}
