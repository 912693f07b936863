import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface FakeRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly body: string;
  /** Operation of a JSON protocol, as `Service.Operation`. */
  readonly target: string;
}

export interface FakeAws {
  readonly environment: Readonly<Record<string, string>>;
  readonly requests: FakeRequest[];
  close(): void;
}

export interface FakeAnswer {
  readonly status?: number;
  readonly body?: string;
}

/** An endpoint for SDK clients that answers as the test says. */
export async function fakeAws(answer: (request: FakeRequest) => FakeAnswer): Promise<FakeAws> {
  const requests: FakeRequest[] = [];
  const serve = (incoming: IncomingMessage, response: ServerResponse): void => {
    let body = "";
    incoming.setEncoding("utf8").on("data", (text: string) => (body += text));
    incoming.on("end", () => {
      const target = String(incoming.headers["x-amz-target"] ?? "");
      const request = { method: incoming.method ?? "", url: incoming.url ?? "", body, target };
      requests.push(request);
      const { status = 200, body: text = "" } = answer(request);
      response.writeHead(status, { "content-type": "application/xml" });
      response.end(incoming.method === "HEAD" ? undefined : text);
    });
  };
  const server = createServer(serve);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    environment: {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: "operator",
      AWS_SECRET_ACCESS_KEY: "secret",
    },
    requests,
    close: () => server.close(),
  };
}
