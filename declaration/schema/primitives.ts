import { z } from "zod";
import { formats } from "./formats";

/** Text of a form; what to say of any other is in the table of formats. */
export function text(format: keyof typeof formats): z.ZodString {
  return z.string().regex(formats[format].pattern);
}

/** Lower-case kebab-case identifier used in resource names; 32 characters keep IAM role names (64) within quota. */
export const slug = text("slug").max(32);

/** AWS region code, for example `eu-west-1` or `us-gov-west-1`. */
export const region = text("region");

/** IPv4 range in CIDR notation. */
export const cidr = text("cidr");

export const email = z.email();

/** DNS name without a trailing dot. */
export const domainName = text("domainName");

/** `root`, or the path of an organizational unit from there, for example `workloads/prod`. */
export const organizationalUnitPath = text("organizationalUnitPath");

export const tags = z.record(text("tag").min(1).max(128), text("tag").max(256));
