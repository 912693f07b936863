import { Sha256 } from "@aws-crypto/sha256-js";
import { SignatureV4 } from "@smithy/signature-v4";
import { defaultProvider } from "../environment-credentials";
import { clientSettings, fromEnvironment } from "./settings";

/**
 * Secrets Manager API Reference, "GetSecretValue". One call of one operation: signed here, it costs a bundle a tenth of what the service's client
 * would.
 *
 * @throws Error with the service's answer when it refuses, or the secret has no text
 */
export async function getSecretValue(SecretId: string): Promise<string> {
  const region = fromEnvironment("AWS_REGION");
  const suffix = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  const url = new URL(process.env["AWS_ENDPOINT_URL"] ?? `https://secretsmanager.${region}.${suffix}`);
  const body = JSON.stringify({ SecretId });
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send(url, region, body).catch((error: unknown) => error);
    if (answer instanceof Answer && answer.status < 300) return textOf(answer.body);
    const again = !(answer instanceof Answer) || answer.status >= 500 || answer.body.includes("Throttling");
    if (!again || attempt === clientSettings.maxAttempts) throw failure(SecretId, answer);
    await new Promise((resume) => setTimeout(resume, Math.random() * 100 * 2 ** attempt));
  }
}

class Answer {
  constructor(
    readonly status: number,
    readonly body: string,
  ) {}
}

async function send(url: URL, region: string, body: string): Promise<Answer> {
  const signer = new SignatureV4({ region, service: "secretsmanager", credentials: defaultProvider(), sha256: Sha256 });
  const { headers } = await signer.sign({
    method: "POST",
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === "" ? {} : { port: Number(url.port) }),
    path: url.pathname,
    query: {},
    headers: {
      host: url.host,
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "secretsmanager.GetSecretValue",
    },
    body,
  });
  // `fetch` sets the host itself, as it was signed.
  const sent = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== "host"));
  const signal = AbortSignal.timeout(clientSettings.requestHandler.requestTimeout);
  const response = await fetch(url, { method: "POST", headers: sent, body, signal });
  return new Answer(response.status, await response.text());
}

function textOf(body: string): string {
  const { SecretString } = JSON.parse(body) as { readonly SecretString?: string };
  if (SecretString === undefined) throw new Error("the secret has no text");
  return SecretString;
}

function failure(secret: string, answer: unknown): Error {
  return answer instanceof Answer
    ? new Error(`the secret ${secret} cannot be read: ${answer.status} ${answer.body.slice(0, 300)}`)
    : new Error(`the secret ${secret} cannot be read: ${String(answer)}`);
}
