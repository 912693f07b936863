import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";

/** SHA-256 in hexadecimal. */
export function digest(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Digest of a file's content; undefined when there is no such file. */
export function fileDigest(file: string): string | undefined {
  return existsSync(file) ? digest(readFileSync(file)) : undefined;
}
