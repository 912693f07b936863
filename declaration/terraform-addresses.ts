import { createHash } from "node:crypto";

/**
 * Name of a unit in Terraform addresses. Letters, digits and hyphens stay and a slash is an underscore; a path with anything else ends
 * with a hash of it after two underscores, which no other path has, so that no two collide.
 */
export function unitAddress(path: string): string {
  const isPlain = /^[A-Za-z0-9/-]+$/.test(path);
  const readable = path.replace(/[^A-Za-z0-9/-]+/g, "-").replaceAll("/", "_");
  const name = isPlain ? readable : `${readable.replace(/^[-_]+/, "")}__${hash(path)}`;
  return /^[A-Za-z]/.test(name) ? name : `_${name}`;
}

/** A guardrail's attachment to a unit or `root`, or to an account: account names start with a letter, the rest of no other address does. */
export function attachmentAddress(
  guardrail: string,
  target: { readonly unit: string } | { readonly account: string },
): string {
  return "unit" in target ? `${guardrail}_${unitAddress(target.unit)}` : `${guardrail}__${target.account}`;
}

/** A service's delegated administrator: the first label of its principal. */
export function delegationAddress(servicePrincipal: string): string {
  return servicePrincipal.replace(/\..*/, "");
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
