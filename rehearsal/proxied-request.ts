import { request } from "node:http";

export interface HttpRequest {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const timeoutMilliseconds = 30_000;

/** One plain-HTTP request through a proxy, in absolute form (RFC 9112, section 3.2.2), as curl does with `--proxy`. */
export function proxiedRequest(
  proxyUrl: string,
  url: string,
  { method, headers, body }: HttpRequest,
): Promise<HttpResponse> {
  const proxy = new URL(proxyUrl);
  const credentials = Buffer.from(`${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: proxy.hostname,
        port: proxy.port,
        method,
        path: url,
        headers: {
          host: new URL(url).host,
          "proxy-authorization": `Basic ${credentials.toString("base64")}`,
          ...(body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }),
          ...headers,
        },
        timeout: timeoutMilliseconds,
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.once("error", reject);
        incoming.once("end", () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(incoming.headers).map(([name, value]) => [
                name,
                Array.isArray(value) ? value.join(", ") : (value ?? ""),
              ]),
            ),
            body: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      },
    );
    outgoing.once("timeout", () =>
      outgoing.destroy(new Error(`${method} ${url}: no answer in ${timeoutMilliseconds / 1000} s`)),
    );
    outgoing.once("error", reject);
    outgoing.end(body);
  });
}
