import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";
import type { AwsCredentialIdentity } from "@aws-sdk/types";
import type { ClientSettings } from "./aws-client";

/** A call of a service for which no client is installed. */
export interface ServiceCall {
  /** As its endpoint and its signature name it. */
  readonly service: string;
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends a call to a service that answers JSON. @throws Error with the service's answer when it refuses */
export async function signedCall(
  settings: ClientSettings,
  call: ServiceCall,
): Promise<Readonly<Record<string, unknown>>> {
  return JSON.parse(await signedText(settings, call)) as Readonly<Record<string, unknown>>;
}

/**
 * Sends a call signed with Signature Version 4 ("Create a signed AWS API request", IAM User Guide).
 *
 * @returns the body of the answer
 * @throws Error with the service's answer when it refuses
 */
export async function signedText(
  { region, credentials, requestHandler, endpoint }: ClientSettings,
  { service, method, path, query = {}, body, ...call }: ServiceCall,
): Promise<string> {
  if (credentials === undefined) throw new Error(`${service} is asked with an access key, and there is none`);
  const suffix = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  const url = new URL(endpoint ?? `https://${service}.${region}.${suffix}`);
  const headers = await signed({
    headers: { ...call.headers, host: url.host },
    ...{ method, path, query, body, region, credentials, service, now: new Date() },
  });
  const request = {
    ...{ method, protocol: url.protocol, hostname: url.hostname, path, query, headers, body },
    ...(url.port === "" ? {} : { port: Number(url.port) }),
  };
  const { response } = await requestHandler.handle(request as unknown as Parameters<typeof requestHandler.handle>[0]);
  const text = await textOf(response.body as AsyncIterable<Uint8Array>);
  if (response.statusCode >= 300)
    throw new Error(`${service} answered ${response.statusCode} to ${method} ${path}: ${text}`);
  return text;
}

interface ToSign {
  readonly method?: string;
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly region: string;
  readonly service: string;
  readonly credentials: AwsCredentialIdentity;
  readonly now: Date;
}

/** The headers of a request, a POST to `/` unless told otherwise, with date and signature. */
export async function signed(toSign: ToSign): Promise<Record<string, string>> {
  const { method = "POST", path = "/", query = {}, headers, body, now, ...place } = toSign;
  const signer = new SignatureV4({ ...place, sha256: Sha256, applyChecksum: false });
  const hostname = headers["host"] ?? "";
  const request = { method, protocol: "https:", hostname, path, query: { ...query }, headers, body };
  return (await signer.sign(request, { signingDate: now })).headers;
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
