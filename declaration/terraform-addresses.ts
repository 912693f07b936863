import { createHash } from "node:crypto";
import type { GuardrailPolicyType } from "./policy-quotas";

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

/**
 * A pack of guardrails: the target and which of its packs it is. Two underscores before the number keep it from the address of every unit, whose
 * hash has eight characters, and of every guardrail, which has none.
 */
export function packAddress(
  of: { readonly unit: string } | { readonly guardrails: string },
  type: GuardrailPolicyType,
  index: number,
): string {
  const target = "unit" in of ? unitAddress(of.unit) : `accounts__${of.guardrails}`;
  return `${target}${ordinal(type, index)}`;
}

/** The attachment of a target's n-th pack: the same whatever policy it is, so that another one is attached before the former is detached. */
export function packAttachmentAddress(
  target: { readonly unit: string } | { readonly account: string },
  type: GuardrailPolicyType,
  index: number,
): string {
  return `${"unit" in target ? unitAddress(target.unit) : `account__${target.account}`}${ordinal(type, index)}`;
}

function ordinal(type: GuardrailPolicyType, index: number): string {
  return type === "SERVICE_CONTROL_POLICY" ? `__${index}` : `__rcp__${index}`;
}

/** A guardrail's attachment to a unit or `root`, or to an account: account names start with a letter, the rest of no other address does. */
export function attachmentAddress(
  guardrail: string,
  target: { readonly unit: string } | { readonly account: string },
): string {
  return "unit" in target ? `${guardrail}_${unitAddress(target.unit)}` : `${guardrail}__${target.account}`;
}

/** An organisation policy: three underscores are in the address of no guardrail and of no pack. */
export function organizationPolicyAddress(name: string): string {
  return `policy___${name}`;
}

export function organizationPolicyAttachmentAddress(
  name: string,
  target: { readonly unit: string } | { readonly account: string },
): string {
  return `policy___${attachmentAddress(name, target)}`;
}

/** A service's delegated administrator: the first label of its principal. */
export function delegationAddress(servicePrincipal: string): string {
  return servicePrincipal.replace(/\..*/, "");
}

/** A tag's key, in which any letter may stand. */
export function tagAddress(key: string): string {
  return unitAddress(key);
}

/** A DNS name, or the name of an endpoint service: letters, digits, hyphens and dots. */
export function dnsAddress(name: string): string {
  const address = name.replaceAll(".", "_");
  return /^[a-z]/.test(address) ? address : `_${address}`;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
