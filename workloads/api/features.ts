import type { ApiDefinition, ApiKind } from "./api-definition";

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
  isAsked(api: ApiDefinition): boolean;
}

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
    declared: "api.firewall",
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
];
