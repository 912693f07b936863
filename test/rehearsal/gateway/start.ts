import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type LocalAws, type LocalAwsOptions, startLocalAws } from "../../../rehearsal/local-aws";

export const region = "eu-central-1";

export interface StartedAws extends LocalAws {
  readonly runDirectory: string;
}

/** A local AWS in a directory of its own, which goes with it. */
export async function startForTest(
  options: Pick<LocalAwsOptions, "enforcesPolicies" | "organizations" | "faults"> = {},
): Promise<StartedAws> {
  const runDirectory = mkdtempSync(join(tmpdir(), "landfall-test-"));
  const aws = await startLocalAws({ runDirectory, cacheDirectory: resolve(".landfall"), region, ...options });
  return {
    ...aws,
    runDirectory,
    close: async () => {
      await aws.close();
      rmSync(runDirectory, { recursive: true, force: true });
    },
  };
}

/** What an SDK client needs to reach the local AWS with the given keys. */
export function clientOptions(aws: LocalAws, accessKeyId = "test", secretAccessKey = "test", sessionToken?: string) {
  const credentials = { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
  return { endpoint: aws.endpointUrl, region, credentials };
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** An HTTP request through the gateway as a proxy; `url` is absolute. `account` signs it, in form only. */
export function throughProxy(
  aws: Pick<LocalAws, "proxyUrl">,
  method: string,
  url: string,
  options: { readonly body?: string; readonly headers?: Record<string, string>; readonly token?: string } = {},
): Promise<Answer> {
  const proxy = new URL(aws.proxyUrl);
  const password = options.token ?? proxy.password;
  return new Promise((done, fail) => {
    const headers = {
      host: new URL(url).host,
      "proxy-authorization": `Basic ${Buffer.from(`landfall:${password}`).toString("base64")}`,
      ...options.headers,
    };
    const outgoing = request({ host: proxy.hostname, port: proxy.port, method, path: url, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => done({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
    });
    outgoing.on("error", fail);
    outgoing.end(options.body);
  });
}

/** A call to an API that has no client here, signed in form for an access key. */
export function rawCall(
  aws: LocalAws,
  { service, key = "test" }: { readonly service: string; readonly key?: string },
  method: string,
  path: string,
  body?: object,
): Promise<Answer> {
  return throughProxy(aws, method, `http://aws.internal${path}`, {
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: {
      "content-type": "application/json",
      authorization: `AWS4-HMAC-SHA256 Credential=${key}/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
    },
  });
}
