import type { Contract } from "../contract/model";
import type { Caller } from "../contract/security";
import type { ApiDefinition, ApiKind } from "./api-definition";
import { userPoolOf } from "./authorizers/user-pool";

/** Something an API may be asked for, and which kinds of API have it. */
export interface Feature {
  readonly name: string;
  /** Where it is asked for. */
  readonly declared: string;
  readonly kinds: readonly ApiKind[];
  /** Why the other kind has not. */
  readonly why: string;
  /** What to write where the other kind is wanted. */
  readonly instead: string;
  isAsked(api: ApiDefinition, contract: Contract): boolean;
}

/** Callers of the contract's operations, of one kind. */
function callers<Kind extends Caller["kind"]>(
  { operations }: Contract,
  kind: Kind,
): readonly Extract<Caller, { readonly kind: Kind }>[] {
  const isOfKind = (caller: Caller): caller is Extract<Caller, { readonly kind: Kind }> => caller.kind === kind;
  return operations.flatMap(({ access: { caller } }) => (caller !== undefined && isOfKind(caller) ? [caller] : []));
}

/** Those whose tokens somebody else makes than the service itself, with the clients that are named for them. */
const ofIssuers = ({ authorizers = {} }: ApiDefinition, contract: Contract) =>
  callers(contract, "jwt").flatMap(({ scheme, issuer }) => {
    const { audience, userPool } = authorizers[scheme] ?? {};
    return userPool === undefined ? [{ issuer, audience }] : [];
  });

const some = (value: object | undefined): boolean => value !== undefined && Object.keys(value).length > 0;

/** API Gateway Developer Guide, "Choose between REST APIs and HTTP APIs". What both kinds have is here too, so that it is looked up, not guessed. */
export const features: readonly Feature[] = [
  {
    name: "request validation by API Gateway",
    declared: "api.edgeValidation",
    kinds: ["rest"],
    why: "HTTP APIs have no models and no request validators",
    instead: "leave edgeValidation out: the function refuses what does not conform, with the same answer",
    isAsked: ({ edgeValidation }) => edgeValidation === true,
  },
  {
    name: "AWS WAF",
    declared: "api.firewall, or service.settings.firewall of the account",
    kinds: ["rest"],
    why: "a web ACL cannot be associated with an HTTP API's stage",
    instead: "leave firewall out and throttle with settings.throttle, or put CloudFront with a web ACL in front",
    isAsked: ({ firewall }) => firewall !== undefined,
  },
  {
    name: "caching",
    declared: "api.cache",
    kinds: ["rest"],
    why: "HTTP APIs have no cache",
    instead: "leave cache out",
    isAsked: ({ cache }) => some(cache),
  },
  {
    name: "usage plans",
    declared: "api.usagePlans",
    kinds: ["rest"],
    why: "HTTP APIs know neither API keys nor limits for a client",
    instead: "leave usagePlans out and tell clients apart by a token",
    isAsked: ({ usagePlans }) => some(usagePlans),
  },
  {
    name: "requests stored in a queue",
    declared: "api.sendTo",
    kinds: ["rest"],
    why: "an HTTP API can send to SQS, but has no mapping template that keeps body and headers, and no answer of its own",
    instead: "let a function send the message",
    isAsked: ({ sendTo }) => some(sendTo),
  },
  {
    name: "CORS for several origins",
    declared: "api.cors.origins",
    kinds: ["http"],
    why: "a REST API answers preflight requests with one fixed origin; an HTTP API repeats that of the request when it is listed",
    instead: 'name one origin, or "*"',
    isAsked: ({ cors }) => (cors?.origins.length ?? 0) > 1,
  },
  {
    name: "CORS for one origin",
    declared: "api.cors",
    kinds: ["http", "rest"],
    why: "",
    instead: "",
    isAsked: ({ cors }) => cors?.origins.length === 1,
  },
  {
    name: "throttling by operation",
    declared: "api.throttle",
    kinds: ["http", "rest"],
    why: "",
    instead: "",
    isAsked: ({ throttle }) => some(throttle),
  },
  {
    name: "API keys",
    declared: "the contract's scheme of type apiKey",
    kinds: ["rest"],
    why: "HTTP APIs know no API keys",
    instead: "take the scheme out of the contract and tell clients apart by a token",
    isAsked: (_api, { operations }) => operations.some(({ access }) => access.hasKey),
  },
  {
    name: "tokens of an OpenID Connect issuer, for named clients",
    declared: "api.authorizers.*.audience",
    kinds: ["http"],
    why: "a REST API's authorizer looks at no audience: it takes a token of any client of a Cognito user pool",
    instead:
      "leave audience out when the issuer is a Cognito user pool and any of its clients may call, or read the token in a function (scheme bearer)",
    isAsked: (api, contract) => ofIssuers(api, contract).some(({ audience }) => audience !== undefined),
  },
  {
    name: "tokens of a Cognito user pool, for any of its clients",
    declared: "the contract's scheme of type openIdConnect, without api.authorizers.*.audience",
    kinds: ["rest"],
    why: "an HTTP API's authorizer always compares the audience",
    instead: "name the clients in api.authorizers.<scheme>.audience",
    isAsked: (api, contract) => ofIssuers(api, contract).some(({ audience }) => audience === undefined),
  },
  {
    name: "tokens of an issuer that is no Cognito user pool",
    declared: "the contract's scheme of type openIdConnect",
    kinds: ["http"],
    why: "a REST API knows no other issuer",
    instead: "read the token in a function (scheme bearer)",
    isAsked: (api, contract) => ofIssuers(api, contract).some(({ issuer }) => userPoolOf(issuer) === undefined),
  },
  {
    name: "tokens of the service's own user pool",
    declared: "api.authorizers.*.userPool",
    kinds: ["http", "rest"],
    why: "",
    instead: "",
    isAsked: ({ authorizers = {} }) => Object.values(authorizers).some(({ userPool }) => userPool !== undefined),
  },
  {
    name: "tokens that a function reads",
    declared: "the contract's scheme bearer",
    kinds: ["http", "rest"],
    why: "",
    instead: "",
    isAsked: (_api, contract) => callers(contract, "token").length > 0,
  },
  {
    name: "signatures of AWS",
    declared: "the contract's scheme AWS4-HMAC-SHA256",
    kinds: ["http", "rest"],
    why: "",
    instead: "",
    isAsked: (_api, contract) => callers(contract, "iam").length > 0,
  },
];
