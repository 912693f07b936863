/** What an authorizer of API Gateway says of who calls, by how that was told. */
type AnyCaller =
  | {
      readonly kind: "jwt";
      /** The token's `sub`. */
      readonly subject: string;
      readonly claims: Readonly<Record<string, string>>;
      readonly scopes: readonly string[];
    }
  | {
      readonly kind: "token";
      /** Who it is, as the function that read the token said, with what it said beside. */
      readonly subject: string;
      readonly context: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: "iam";
      /** ARN of the principal that signed the request. */
      readonly subject: string;
      readonly accountId: string;
    };

export type CallerKind = AnyCaller["kind"];

/** Who calls an operation: `Caller<"token">` where the contract wants a token that a function reads. The same from either kind of API. */
export type Caller<Kind extends CallerKind = CallerKind> = Extract<AnyCaller, { readonly kind: Kind }>;

/** API Gateway Developer Guide, "Create AWS Lambda proxy integrations for HTTP APIs": `authorizer` of payload format 2.0. */
export function callerOfHttp(requestContext: object): Caller | undefined {
  const { jwt, lambda, iam } = membersOf(membersOf(requestContext)["authorizer"]);
  if (jwt !== undefined) return jwtCaller(membersOf(jwt)["claims"]);
  if (lambda !== undefined) return tokenCaller(texts(lambda));
  if (iam !== undefined) return iamCaller(texts(iam));
  return undefined;
}

/** The same of format 1.0: "Set up Lambda proxy integrations in API Gateway", and who signed is told beside it. */
export function callerOfRest(requestContext: object): Caller | undefined {
  const { authorizer, identity } = membersOf(requestContext);
  const { claims, principalId, ...told } = membersOf(authorizer);
  if (claims !== undefined) return jwtCaller(claims);
  // API Gateway adds how long the function took.
  if (principalId !== undefined) return tokenCaller(texts({ ...told, integrationLatency: undefined }));
  return iamCaller(texts(identity));
}

function jwtCaller(given: unknown): Caller | undefined {
  const claims = texts(given);
  const { sub: subject = "", scope = "" } = claims;
  return subject === "" ? undefined : { kind: "jwt", subject, claims, scopes: scope.split(" ").filter(Boolean) };
}

function tokenCaller({ subject = "", ...context }: Readonly<Record<string, string>>): Caller | undefined {
  return subject === "" ? undefined : { kind: "token", subject, context };
}

function iamCaller({ userArn: subject = "", accountId = "" }: Readonly<Record<string, string>>): Caller | undefined {
  return subject === "" ? undefined : { kind: "iam", subject, accountId };
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** Members that are there, as text. */
function texts(value: unknown): Readonly<Record<string, string>> {
  const members = Object.entries(membersOf(value)).filter(([, member]) => member !== undefined && member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, String(member)]));
}
