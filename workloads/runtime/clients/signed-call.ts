import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";
import { defaultProvider } from "../environment-credentials";
import { clientSettings, fromEnvironment } from "./settings";

/** A POST to a service of which functions call one operation: signed here, it costs a bundle a tenth of what the service's client would. */
export interface SignedCall {
  /** As its signature and its endpoint call it. */
  readonly service: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

class Answer {
  constructor(
    readonly status: number,
    readonly body: string,
  ) {}
}

/**
 * Sends it until it is answered, as often as the SDK's clients would.
 *
 * @returns the body of the answer
 * @throws Error with the service's answer when it refuses
 */
export async function signedCall(call: SignedCall): Promise<string> {
  const region = fromEnvironment("AWS_REGION");
  const suffix = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  const url = new URL(process.env["AWS_ENDPOINT_URL"] ?? `https://${call.service}.${region}.${suffix}`);
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send(url, region, call).catch((error: unknown) => error);
    if (answer instanceof Answer && answer.status < 300) return answer.body;
    const again =
      !(answer instanceof Answer) || answer.status >= 500 || /Throttl|ProvisionedThroughput/.test(answer.body);
    if (!again || attempt === clientSettings.maxAttempts) throw failure(answer);
    await new Promise((resume) => setTimeout(resume, Math.random() * 100 * 2 ** attempt));
  }
}

async function send(url: URL, region: string, { service, headers: wanted, body }: SignedCall): Promise<Answer> {
  const signer = new SignatureV4({ region, service, credentials: defaultProvider(), sha256: Sha256 });
  const { headers } = await signer.sign({
    method: "POST",
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === "" ? {} : { port: Number(url.port) }),
    path: url.pathname,
    query: {},
    headers: { host: url.host, ...wanted },
    body,
  });
  // `fetch` sets the host itself, as it was signed.
  const sent = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== "host"));
  const signal = AbortSignal.timeout(clientSettings.requestHandler.requestTimeout);
  const response = await fetch(url, { method: "POST", headers: sent, body, signal });
  return new Answer(response.status, await response.text());
}

function failure(answer: unknown): Error {
  return answer instanceof Answer
    ? new Error(`${answer.status} ${answer.body.slice(0, 300)}`)
    : new Error(String(answer));
}
