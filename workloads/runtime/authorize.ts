import type { APIGatewayRequestAuthorizerEvent, APIGatewayRequestAuthorizerEventV2 } from "aws-lambda";
import type { AccessIn } from "./handle";
import { logger } from "./telemetry";

/** What a token is read from. */
export interface Credentials {
  /** The Authorization header. */
  readonly authorization: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** Who calls, as the token says; `context` goes to the operation's function. */
export interface Identity {
  readonly subject: string;
  readonly context?: Readonly<Record<string, string>>;
}

/** Reads a token: says who calls, or nothing when nobody may by it. What may be done is the operation's matter: the answer stands for all of them. */
export type Authorize = (credentials: Credentials) => Promise<Identity | undefined>;

/**
 * An `Authorize` that is given what `api.authorizers.<scheme>.uses` declares: `AuthorizeHandle<typeof orders, "partner">`.
 */
export type AuthorizeHandle<
  Service extends { readonly api: { readonly authorizers: object } },
  Scheme extends keyof Service["api"]["authorizers"],
> = (
  credentials: Credentials,
  access: AccessIn<Service, Service["api"]["authorizers"], Scheme>,
) => Promise<Identity | undefined>;

type AuthorizerEvent = APIGatewayRequestAuthorizerEvent | APIGatewayRequestAuthorizerEventV2;

/**
 * The Lambda authorizer of one security scheme, behind either kind of API (API Gateway Developer Guide, "Use API Gateway Lambda authorizers").
 * A failure lets nobody in: API Gateway answers 500.
 */
export function authorize(decide: Authorize): (event: AuthorizerEvent) => Promise<object> {
  return async (event) => {
    const headers = Object.fromEntries(
      Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const identity = await decide({ authorization: headers["authorization"] ?? "", headers });
    logger.info("authorized", { allowed: identity !== undefined });
    const context = { ...identity?.context, subject: identity?.subject ?? "" };
    if ("routeArn" in event) return { isAuthorized: identity !== undefined, context };
    return {
      principalId: identity?.subject ?? "nobody",
      policyDocument: {
        Version: "2012-10-17",
        Statement: [
          {
            Action: "execute-api:Invoke",
            Effect: identity === undefined ? "Deny" : "Allow",
            // It is remembered for the token, whichever operation it was first used for.
            Resource: event.methodArn.split("/").slice(0, 2).join("/") + "/*",
          },
        ],
      },
      context,
    };
  };
}
