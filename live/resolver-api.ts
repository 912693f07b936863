import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";
import type { AwsCredentialIdentity } from "@aws-sdk/types";
import type { ClientSettings } from "./aws-client";

/**
 * Asks Route 53 Resolver, for which no client is installed: its few List operations are JSON 1.1, signed with Signature Version 4
 * ("Create a signed AWS API request", IAM User Guide).
 */
export class ResolverApi {
  constructor(private readonly settings: ClientSettings) {}

  /** All items of all pages of a List operation. @throws Error with the service's answer when it refuses */
  async list<Item>(operation: string, member: string, input: object = {}): Promise<readonly Item[]> {
    const items: Item[] = [];
    let next: string | undefined;
    do {
      const page = await this.call(operation, next === undefined ? input : { ...input, NextToken: next });
      items.push(...((page[member] ?? []) as readonly Item[]));
      next = page["NextToken"] as string | undefined;
    } while (next !== undefined);
    return items;
  }

  destroy(): void {
    this.settings.requestHandler.destroy();
  }

  private async call(operation: string, input: object): Promise<Readonly<Record<string, unknown>>> {
    const { region, credentials, requestHandler } = this.settings;
    if (credentials === undefined) throw new Error("Route 53 Resolver is asked with an access key, and there is none");
    const suffix = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
    const url = new URL(this.settings.endpoint ?? `https://route53resolver.${region}.${suffix}`);
    const body = JSON.stringify(input);
    const headers = await signed({
      headers: {
        "content-type": "application/x-amz-json-1.1",
        host: url.host,
        "x-amz-target": `Route53Resolver.${operation}`,
      },
      ...{ body, region, credentials, service: "route53resolver", now: new Date() },
    });
    const request = {
      ...{ method: "POST", protocol: url.protocol, hostname: url.hostname, path: "/", query: {}, headers, body },
      ...(url.port === "" ? {} : { port: Number(url.port) }),
    };
    const { response } = await requestHandler.handle(request as Parameters<typeof requestHandler.handle>[0]);
    const text = await textOf(response.body as AsyncIterable<Uint8Array>);
    if (response.statusCode >= 300)
      throw new Error(`route53resolver:${operation} answered ${response.statusCode}: ${text}`);
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  }
}

interface ToSign {
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly region: string;
  readonly service: string;
  readonly credentials: AwsCredentialIdentity;
  readonly now: Date;
}

/** The headers of a POST to `/`, with date and signature. */
export async function signed({ headers, body, now, ...place }: ToSign): Promise<Record<string, string>> {
  const signer = new SignatureV4({ ...place, sha256: Sha256, applyChecksum: false });
  const request = { method: "POST", protocol: "https:", hostname: headers["host"] ?? "", path: "/", headers, body };
  return (await signer.sign(request, { signingDate: now })).headers;
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
