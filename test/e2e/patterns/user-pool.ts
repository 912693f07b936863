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

/** A user pool of Amazon Cognito, as a platform makes it: its clients may have the scopes of one resource server. */
export interface UserPool {
  readonly issuer: string;
  client(name: string, validForSeconds?: number): Promise<PoolClient>;
  remove(): Promise<void>;
}

const server = "journal";
const scopes = ["read", "write"];

/** Makes one by Cognito's API. */
export async function makeUserPool({ environment }: KeptRehearsal, { ask, settings }: KeptAccount): Promise<UserPool> {
  const call = async (operation: string, input: object): Promise<Readonly<Record<string, Item>>> => {
    const headers = {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AWSCognitoIdentityProviderService.${operation}`,
    };
    const body = await ask({ service: "cognito-idp", headers, body: JSON.stringify(input) });
    return body === "" ? {} : (JSON.parse(body) as Readonly<Record<string, Item>>);
  };
  const UserPoolId = text((await call("CreateUserPool", { PoolName: server }))["UserPool"], "Id");
  const Domain = `${server}-${Date.now()}`;
  await call("CreateUserPoolDomain", { UserPoolId, Domain });
  const Scopes = scopes.map((ScopeName) => ({ ScopeName, ScopeDescription: ScopeName }));
  await call("CreateResourceServer", { UserPoolId, Identifier: server, Name: server, Scopes });
  const endpoint = `http://${Domain}.auth.${settings.region}.amazoncognito.com/oauth2/token`;
  return {
    issuer: `https://cognito-idp.${settings.region}.amazonaws.com/${UserPoolId}`,
    client: async (ClientName, validForSeconds = 3600) => {
      const made = await call("CreateUserPoolClient", {
        ...{ UserPoolId, ClientName, GenerateSecret: true, AllowedOAuthFlowsUserPoolClient: true },
        AllowedOAuthFlows: ["client_credentials"],
        AllowedOAuthScopes: scopes.map((scope) => `${server}/${scope}`),
        AccessTokenValidity: validForSeconds,
        TokenValidityUnits: { AccessToken: "seconds" },
      });
      const id = text(made["UserPoolClient"], "ClientId");
      const basic = Buffer.from(`${id}:${text(made["UserPoolClient"], "ClientSecret")}`).toString("base64");
      return { id, token: (scope) => tokenFrom(environment["HTTP_PROXY"] ?? "", endpoint, basic, scope) };
    },
    remove: async () => {
      await call("DeleteUserPoolDomain", { UserPoolId, Domain });
      await call("DeleteUserPool", { UserPoolId });
    },
  };
}

type Item = Readonly<Record<string, unknown>>;

function text(item: Item | undefined, name: string): string {
  const { [name]: value } = item ?? {};
  if (typeof value !== "string") throw new Error(`Cognito's answer has no ${name}`);
  return value;
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
