import { createHmac, timingSafeEqual } from "node:crypto";

/** Name of the header, as `openapi.yaml` has it: it is an attribute of the stored message. */
export const signatureHeader = "Payment-Signature";

/**
 * Whether the payment provider signed a body: `t=<seconds>,v1=<hex>`, where `v1` is the HMAC-SHA256 of `<seconds>.<body>`.
 *
 * The time is signed but not compared with the clock: a message may have waited in the queue, or been sent back from the dead letters days later,
 * and one that is replayed changes nothing.
 *
 * @param keys the provider's, separated by white space: two while one takes the place of the other
 */
export function isSigned(body: string, signature: string | undefined, keys: string): boolean {
  const { t, v1 } = partsOf(signature ?? "");
  if (t === undefined || v1 === undefined || !/^\d{1,15}$/.test(t) || !/^[0-9a-f]{64}$/.test(v1)) return false;
  const given = Buffer.from(v1, "hex");
  return keys
    .split(/\s+/)
    .filter(Boolean)
    .map((key) => timingSafeEqual(given, hmac(key, t, body)))
    .includes(true);
}

/** What the provider sends in the header. */
export function signatureOf(body: string, key: string, seconds: number): string {
  return `t=${seconds},v1=${hmac(key, String(seconds), body).toString("hex")}`;
}

function hmac(key: string, seconds: string, body: string): Buffer {
  return createHmac("sha256", key).update(`${seconds}.${body}`).digest();
}

function partsOf(signature: string): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    signature.split(",").map((part) => {
      const [name = "", value = ""] = part.split("=");
      return [name.trim(), value.trim()];
    }),
  );
}
