import { table } from "../../uses/declare";
import { named } from "../named";

/**
 * What a service that hands out bearer tokens of its own has beside its own: the table of those it knows, and the authorizer of the contract's scheme, which may
 * read that table and do nothing else.
 *
 * @param ttlSeconds how long API Gateway goes by what was said of a token: so long may one go on that was revoked or has expired. 0: asked at every request
 */
export function bearerTokens<const Scheme extends string>(scheme: Scheme, ttlSeconds = 60) {
  return {
    tables: { tokens: { partitionKey: "hash", expiresAt: "expiresAt" } },
    authorizers: named(scheme, { ttlSeconds, uses: [table.get("tokens")] }),
  } as const;
}
