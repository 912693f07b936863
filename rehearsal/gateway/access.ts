import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** How a request came in, once its token was right. `url` is the AWS request with every prefix of ours removed. */
export type Access =
  | { readonly kind: "granted"; readonly via: "proxy" | "endpoint"; readonly url: URL; readonly host: string }
  | { readonly kind: "refused"; readonly status: 400 | 403 | 407; readonly reason: string };

/**
 * Admits a proxy request (absolute URI) whose Proxy-Authorization carries the run's token as its Basic password, or a
 * direct one whose path starts with the token. Everything else is refused before it is looked at.
 */
export function admit(request: IncomingMessage, token: string): Access {
  const target = request.url ?? "/";
  if (/^http:\/\//i.test(target)) {
    if (!same(basicPassword(request.headers["proxy-authorization"]), token)) {
      return { kind: "refused", status: 407, reason: "this proxy asks for the rehearsal's own token" };
    }
    // An SDK puts an account before the host, which makes nonsense of a numeric one.
    if (!URL.canParse(target)) return { kind: "refused", status: 400, reason: "the request's URL is malformed" };
    const url = new URL(target);
    return { kind: "granted", via: "proxy", url, host: url.hostname.toLowerCase() };
  }
  const [, first = "", rest = ""] = /^\/([^/?]*)(.*)$/s.exec(target) ?? [];
  if (!same(first, token)) {
    return { kind: "refused", status: 403, reason: "the path does not start with the rehearsal's own token" };
  }
  const path = rest.startsWith("/") ? rest : `/${rest}`;
  return { kind: "granted", via: "endpoint", url: new URL(`http://aws.internal${path}`), host: "aws.internal" };
}

function basicPassword(header: string | undefined): string {
  const [, encoded = ""] = /^Basic\s+(.+)$/i.exec(header ?? "") ?? [];
  return Buffer.from(encoded, "base64").toString().split(":").slice(1).join(":");
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
