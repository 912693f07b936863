import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type HttpResponse, proxiedRequest } from "../../../rehearsal/proxied-request";

/** Headers of a connection, not of what goes over it (RFC 9110, section 7.6.1). */
const ofConnection = ["connection", "host", "keep-alive", "transfer-encoding", "content-length"];

/** A twin of a deployed API whose answers are broken on their way. */
export interface BreakingRelay {
  readonly url: string;
  close(): void;
}

export async function startBreakingRelay(
  proxy: string,
  api: string,
  breaks: (answer: HttpResponse, path: string) => HttpResponse,
): Promise<BreakingRelay> {
  const server = createServer((request, response) => {
    const { url: path = "/", method = "GET" } = request;
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString();
      const headers = Object.fromEntries(
        Object.entries(request.headers).filter(
          (header): header is [string, string] => typeof header[1] === "string" && !ofConnection.includes(header[0]),
        ),
      );
      proxiedRequest(proxy, `${api}${path}`, { method, headers, ...(body === "" ? {} : { body }) }).then(
        (answer) => {
          const broken = breaks(answer, path);
          const kept = Object.entries(broken.headers).filter(([name]) => !ofConnection.includes(name));
          response.writeHead(broken.status, Object.fromEntries(kept)).end(broken.body);
        },
        (error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))),
      );
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
