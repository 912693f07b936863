import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import type { AwsResponse } from "./call";

/** A request as an emulator gets it. */
export interface BackendRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** An emulator behind its Unix socket. */
export interface BackendConnection {
  send(request: BackendRequest): Promise<AwsResponse>;
  close(): void;
}

/** Headers of one hop only (RFC 9110, 7.6.1), and those Node writes itself. */
const hopHeaders: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "expect",
  "keep-alive",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

export function connectBackend(socketPath: string): BackendConnection {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return {
    send: ({ method, path, headers, body }) =>
      new Promise((resolve, reject) => {
        const outgoing = request({ socketPath, agent, method, path, headers: endToEnd(headers, body) }, (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("error", reject);
          response.on("end", () => {
            const status = response.statusCode ?? 502;
            resolve({ status, headers: responseHeaders(response.headers), body: Buffer.concat(chunks) });
          });
        });
        outgoing.on("error", reject);
        outgoing.end(body);
      }),
    close: () => agent.destroy(),
  };
}

function endToEnd(headers: IncomingHttpHeaders, body: Buffer): OutgoingHttpHeaders {
  const kept = Object.entries(headers).filter(([name, value]) => value !== undefined && !hopHeaders.has(name));
  return { ...Object.fromEntries(kept), "content-length": body.length };
}

function responseHeaders(headers: IncomingHttpHeaders): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined || dropped(name) ? [] : [[name, value]])),
  );
}

/** A HEAD answer's length is the object's, not the body's: it stays. */
function dropped(name: string): boolean {
  return hopHeaders.has(name) && name !== "content-length";
}
