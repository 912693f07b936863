import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { proxiedRequest } from "../../../rehearsal/proxied-request";
import type { KeptAccount } from "../kept-accounts";
import type { KeptRehearsal } from "../kept-rehearsal";

/** A client of a user pool, which gets tokens for itself. */
export interface PoolClient {
  readonly id: string;
  /** As the pool issues and signs it. */
  token(scope: string): Promise<string>;
}

/** A user pool of Amazon Cognito that a service was deployed with. */
export interface UserPool {
  /** One that it was deployed with. */
  client(name: string): Promise<PoolClient>;
  /** A token of that client that lives for a second. */
  briefToken(name: string, scope: string): Promise<string>;
  /** Does something with a client that the service does not know. */
  whileStranger(scopes: readonly string[], during: (stranger: PoolClient) => Promise<void>): Promise<void>;
}

/** Looks it up by Cognito's API. */
export async function userPoolOf(
  { environment }: KeptRehearsal,
  { askJson, settings }: KeptAccount,
  name: string,
): Promise<UserPool> {
  const call = async (operation: string, input: object): Promise<Item> =>
    (await askJson("cognito-idp", `AWSCognitoIdentityProviderService.${operation}`, input)) as Item;
  const pools = list(await call("ListUserPools", { MaxResults: 60 }), "UserPools");
  const UserPoolId = text(pools.find((pool) => pool["Name"] === name) ?? {}, "Id");
  const domain = text(item(await call("DescribeUserPool", { UserPoolId }), "UserPool"), "Domain");
  const endpoint = `http://${domain}.auth.${settings.region}.amazoncognito.com/oauth2/token`;
  const clientOf = (described: Item): PoolClient => {
    const id = text(described, "ClientId");
    const basic = Buffer.from(`${id}:${text(described, "ClientSecret")}`).toString("base64");
    return { id, token: (scope) => tokenFrom(environment["HTTP_PROXY"] ?? "", endpoint, basic, scope) };
  };
  const describe = async (client: string): Promise<Item> => {
    const clients = list(await call("ListUserPoolClients", { UserPoolId, MaxResults: 60 }), "UserPoolClients");
    const ClientId = text(clients.find((each) => each["ClientName"] === client) ?? {}, "ClientId");
    return item(await call("DescribeUserPoolClient", { UserPoolId, ClientId }), "UserPoolClient");
  };
  return {
    client: async (client) => clientOf(await describe(client)),
    briefToken: async (client, scope) => {
      const own = await describe(client);
      // What is not said at an update gets its default.
      const told = ["ClientSecret", "CreationDate", "LastModifiedDate"];
      const settable = Object.fromEntries(Object.entries(own).filter(([name]) => !told.includes(name)));
      const TokenValidityUnits = { ...item(own, "TokenValidityUnits"), AccessToken: "seconds" };
      await call("UpdateUserPoolClient", { ...settable, AccessTokenValidity: 1, TokenValidityUnits });
      try {
        return await clientOf(own).token(scope);
      } finally {
        await call("UpdateUserPoolClient", settable);
      }
    },
    whileStranger: async (AllowedOAuthScopes, during) => {
      const made = await call("CreateUserPoolClient", {
        ...{ UserPoolId, ClientName: "stranger", GenerateSecret: true, AllowedOAuthFlowsUserPoolClient: true },
        ...{ AllowedOAuthFlows: ["client_credentials"], AllowedOAuthScopes },
      });
      const stranger = clientOf(item(made, "UserPoolClient"));
      try {
        await during(stranger);
      } finally {
        await call("DeleteUserPoolClient", { UserPoolId, ClientId: stranger.id });
      }
    },
  };
}

type Item = Readonly<Record<string, unknown>>;

function text(of: Item, name: string): string {
  const { [name]: value } = of;
  if (typeof value !== "string") throw new Error(`Cognito's answer has no ${name}`);
  return value;
}

function item(of: Item, name: string): Item {
  const { [name]: value } = of;
  if (typeof value !== "object" || value === null) throw new Error(`Cognito's answer has no ${name}`);
  return value as Item;
}

function list(answer: Item, name: string): readonly Item[] {
  return Object.values(item(answer, name)) as readonly Item[];
}

/** Amazon Cognito Developer Guide, "The token issuer endpoint": the grant of a client for itself. */
async function tokenFrom(proxy: string, endpoint: string, basic: string, scope: string): Promise<string> {
  const { status, body } = await proxiedRequest(proxy, endpoint, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: "client_credentials", scope }).toString(),
  });
  if (status !== 200) throw new Error(`${endpoint} answered ${status}: ${body}`);
  return text(JSON.parse(body) as Item, "access_token");
}

/** The same claims and key id, signed by somebody else. */
export function forged(token: string): string {
  const [header = "", claims = ""] = token.split(".");
  const { privateKey }: { readonly privateKey: KeyObject } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const signature = sign("sha256", Buffer.from(`${header}.${claims}`), privateKey).toString("base64url");
  return `${header}.${claims}.${signature}`;
}

/** Unsigned, and saying so (RFC 7519, "Unsecured JWTs"). */
export function unsecured(token: string): string {
  const [header = "", claims = ""] = token.split(".");
  return `${encoded({ ...decoded(header), alg: "none" })}.${claims}.`;
}

/** Its own signature under other claims. */
export function altered(token: string, changes: object): string {
  const [header = "", claims = "", signature = ""] = token.split(".");
  return `${header}.${encoded({ ...decoded(claims), ...changes })}.${signature}`;
}

/** Once its time is over. */
export async function expired(token: string): Promise<string> {
  const { exp } = decoded(token.split(".")[1] ?? "");
  while (Date.now() / 1000 < Number(exp) + 1) await sleep(200);
  return token;
}

function decoded(part: string): Item {
  return JSON.parse(Buffer.from(part, "base64url").toString()) as Item;
}

function encoded(part: Item): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}
