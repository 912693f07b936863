import { createHash, randomBytes } from "node:crypto";
import type { TableAccess } from "../../../runtime/access/access";
import type { Credentials, Identity } from "../../../runtime/authorize";

/** What a token stands for. */
export interface TokenGrant {
  /** Who calls by it. */
  readonly subject: string;
  readonly scopes: readonly string[];
  /** Epoch seconds. */
  readonly expiresAt: number;
}

/** A token as it is stored: who reads the table cannot call by it. */
export interface KnownToken extends TokenGrant {
  readonly hash: string;
}

const bytes = 32;
const bearer = /^Bearer +([A-Za-z0-9_-]{43})$/i;

/** A new token, to be told once, and the item to store in the table `tokens`. */
export function issueToken(grant: TokenGrant): { readonly token: string; readonly item: KnownToken } {
  const token = randomBytes(bytes).toString("base64url");
  return { token, item: { ...grant, hash: hashOf(token) } };
}

/**
 * Who calls by a bearer token: one that is known, has not expired and was given for this scope. DynamoDB deletes what has expired days later (DynamoDB Developer
 * Guide, "Using time to live"), so the time is looked at here. What cannot be a token is looked up nowhere.
 */
export async function readToken(
  tokens: TableAccess<"GetItem">,
  { authorization }: Credentials,
  scope: string,
  now: () => number = Date.now,
): Promise<Identity | undefined> {
  const [, token] = bearer.exec(authorization) ?? [];
  if (token === undefined) return undefined;
  const known = await tokens.get<KnownToken>({ Key: { hash: hashOf(token) }, ConsistentRead: true });
  if (known === undefined || known.expiresAt * 1000 <= now() || !known.scopes.includes(scope)) return undefined;
  return { subject: known.subject, context: { scopes: known.scopes.join(" ") } };
}

/** 256 random bits need no salt and no slow hash: they cannot be guessed. */
function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
