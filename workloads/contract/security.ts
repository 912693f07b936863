import { z } from "zod";

const description = z.string().optional();

/** Who vouches for a caller: what Landfall supports of OpenAPI 3.1's security schemes. */
export const securityScheme = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("openIdConnect"),
    description,
    openIdConnectUrl: z
      .string()
      .regex(
        /^https:\/\/[^?#]+\/\.well-known\/openid-configuration$/,
        "an issuer's URL and /.well-known/openid-configuration",
      ),
  }),
  z.strictObject({
    type: z.literal("http"),
    description,
    scheme: z.enum(["bearer", "AWS4-HMAC-SHA256"]),
    bearerFormat: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal("apiKey"),
    description,
    in: z.literal("header"),
    name: z.string().regex(/^x-api-key$/i, "X-API-Key, the only header that API Gateway reads a key from"),
  }),
]);
export type SecuritySchemeObject = z.infer<typeof securityScheme>;

/** Alternatives, each of schemes with their scopes that must all be there. */
export const securityRequirements = z.array(z.record(z.string(), z.array(z.string())));
export type SecurityRequirements = z.infer<typeof securityRequirements>;

/**
 * How a caller is told: a token of an OpenID Connect issuer, a token that the service's own function reads, a signature of AWS (version 4).
 */
export type Caller =
  | { readonly kind: "jwt"; readonly scheme: string; readonly issuer: string; readonly scopes: readonly string[] }
  | { readonly kind: "token"; readonly scheme: string }
  | { readonly kind: "iam"; readonly scheme: string };

/** Who may call an operation. */
export interface Access {
  /** Absent: anybody. */
  readonly caller?: Caller;
  /** Wants the key of a usage plan too. */
  readonly hasKey: boolean;
}

/**
 * What the requirements of an operation come to. API Gateway asks one authorizer, and beside it for a key.
 */
export function accessOf(
  requirements: SecurityRequirements,
  schemes: Readonly<Record<string, SecuritySchemeObject>>,
  report: (message: string) => void,
): Access {
  const [first = {}, ...others] = requirements;
  if (others.length > 0) report("security has alternatives, of which API Gateway can ask for none but one");
  const named = Object.entries(first).flatMap(([name, scopes]) => {
    const scheme = schemes[name];
    if (scheme === undefined) report(`security names the scheme ${name}, which does not exist`);
    return scheme === undefined ? [] : [{ name, scopes, scheme }];
  });
  const callers = named.flatMap(({ name, scopes, scheme }): readonly Caller[] => {
    if (scheme.type !== "openIdConnect" && scopes.length > 0)
      report(`${name} has scopes, which only a token of an OpenID Connect issuer carries`);
    switch (scheme.type) {
      case "openIdConnect": {
        const issuer = scheme.openIdConnectUrl.replace("/.well-known/openid-configuration", "");
        return [{ kind: "jwt", scheme: name, issuer, scopes }];
      }
      case "http":
        return [{ kind: scheme.scheme === "bearer" ? "token" : "iam", scheme: name }];
      case "apiKey":
        return [];
    }
  });
  if (callers.length > 1) report("security asks for two callers at once, and API Gateway asks one authorizer");
  const [caller] = callers;
  const hasKey = named.some(({ scheme }) => scheme.type === "apiKey");
  return { hasKey, ...(caller === undefined ? {} : { caller }) };
}
