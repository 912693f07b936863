import { z } from "zod";

/** Lower-case kebab-case identifier used in resource names; 32 characters keep IAM role names (64) within quota. */
export const slug = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "lower-case letters, digits and single hyphens, starting with a letter")
  .max(32);

/** AWS region code, for example `eu-west-1` or `us-gov-west-1`. */
export const region = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "an AWS region code such as eu-west-1");

/** IPv4 range in CIDR notation. */
export const cidr = z
  .string()
  .regex(/^(\d{1,3}\.){3}\d{1,3}\/\d{1,2}$/, "an IPv4 range in CIDR notation such as 10.0.0.0/12");

export const email = z.email("an email address");

/** DNS name without a trailing dot. */
export const domainName = z
  .string()
  .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, "a DNS name such as services.example.com");

/** Path of an organizational unit from the root, for example `workloads/prod`. */
export const organizationalUnitPath = z
  .string()
  .regex(/^[A-Za-z0-9-]+(\/[A-Za-z0-9-]+)*$/, "a path of organizational units such as workloads/prod");

export const tags = z.record(z.string().min(1).max(128), z.string().max(256));
