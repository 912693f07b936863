import { signedCall } from "./signed-call";

/**
 * Secrets Manager API Reference, "GetSecretValue".
 *
 * @throws Error with the service's answer when it refuses, or the secret has no text
 */
export async function getSecretValue(SecretId: string): Promise<string> {
  const headers = {
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": "secretsmanager.GetSecretValue",
  };
  const call = { service: "secretsmanager", headers, body: JSON.stringify({ SecretId }) };
  const answer = await signedCall(call).catch((error: unknown) => {
    throw new Error(`the secret ${SecretId} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  const { SecretString } = JSON.parse(answer) as { readonly SecretString?: string };
  if (SecretString === undefined) throw new Error("the secret has no text");
  return SecretString;
}
