import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { admit } from "./access";
import type { AwsResponse } from "./call";
import { type Dropped, dropped } from "./dropped";

/** Answers requests that hold the token. */
export type AdmittedHandler = (request: {
  readonly method: string;
  readonly host: string;
  readonly url: URL;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}) => Promise<AwsResponse | Dropped>;

export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens on a free loopback port and hands over what carries the token; the rest is refused unread. */
export async function listen(token: string, handle: AdmittedHandler): Promise<Listener> {
  const server = createServer((request, response) => void serve(request, response, token, handle));
  // Terraform's provider keeps connections between its calls; a short timeout closes one under a request.
  server.keepAliveTimeout = 120_000;
  server.requestTimeout = 0;
  server.on("connect", (_request, socket) => {
    socket.end(
      "HTTP/1.1 405 Method Not Allowed\r\ncontent-type: text/plain\r\nconnection: close\r\n\r\nThe local AWS speaks plain HTTP: CONNECT is refused.\n",
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the gateway has no port");
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
  handle: AdmittedHandler,
): Promise<void> {
  const access = admit(request, token);
  if (access.kind === "refused") {
    response.writeHead(access.status, {
      "content-type": "text/plain",
      connection: "close",
      ...(access.status === 407 ? { "proxy-authenticate": 'Basic realm="landfall"' } : {}),
    });
    response.end(`Refused: ${access.reason}.\n`);
    return;
  }
  try {
    const body = await bodyOf(request);
    const { url, host } = access;
    const answer = await handle({ method: request.method ?? "GET", host, url, headers: request.headers, body });
    if (answer === dropped) request.socket.destroy();
    else send(response, request.method, answer);
  } catch (error) {
    if (response.headersSent) return void response.destroy();
    // 400, for a client retries 5xx for minutes and a bug of ours does not go away.
    response.writeHead(400, { "content-type": "text/plain" });
    response.end(`The gateway failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)));
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, method: string | undefined, answer: AwsResponse): void {
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, typeof value === "string" ? value : [...value]]),
  );
  if (method !== "HEAD") headers["content-length"] = String(answer.body.length);
  response.writeHead(answer.status, headers);
  response.end(answer.body);
}
