import { merged } from "./merge";
import type { Statement } from "./statement";

/** The policy that says all of these statements, which are in their normal form, minified. */
export function rendered(statements: readonly Statement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: merged(statements) });
}

/** Size as AWS counts it: UTF-8 bytes of the minified text ("Quotas and service limits for AWS Organizations"). */
export function bytesOf(document: string): number {
  return Buffer.byteLength(document, "utf8");
}
