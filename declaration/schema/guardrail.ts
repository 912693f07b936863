import { z } from "zod";
import { guardrailKinds } from "../policy-quotas";
import { organizationalUnitPath, slug, tags, text } from "./primitives";

const values = z.union([z.string(), z.array(z.string()).min(1)]);
const conditions = z.record(z.string(), z.record(z.string(), values));
const patterns = z.array(z.string()).min(1);

/** Requests said in the terms of a policy statement. */
const requests = z.strictObject({
  caller: z
    .enum(["member", "anybody"])
    .default("member")
    .describe("Principals of the account, or anybody on resources of the account"),
  actions: patterns.describe("Patterns as in an Action element"),
  butActions: patterns.exactOptional(),
  resources: patterns.exactOptional().describe("Patterns as in a Resource element; default any"),
  butResources: patterns.exactOptional(),
  when: conditions.exactOptional().describe("operator -> key -> values; all must hold"),
  unless: z.array(conditions).min(1).exactOptional().describe("In none of these do all tests hold"),
});

/** A sentence about what a policy denies, and what it says of requests. */
const claim = z.strictObject({
  id: slug.describe("Stable, unique in its guardrail"),
  sentence: z.string().min(1).max(500).describe("For people: nobody but the build role can push images"),
  denied: requests.describe("Requests of which none is allowed"),
});
export type ClaimFile = z.infer<typeof claim>;

/** One entry of `guardrails`. */
export const guardrail = z.strictObject({
  attachTo: z.array(organizationalUnitPath).default([]).describe("`root`, paths of organizational units"),
  accounts: z.array(slug).default([]).describe("Single accounts it is attached to as well"),
  tags: tags.default({}).describe("It is attached to every account as well whose declaration has all of these tags"),
  exempt: z
    .strictObject({
      roles: z
        .array(text("exemptRole"))
        .default([])
        .describe("Names of roles, or patterns of their ARNs, that a guardrail of the catalogue lets through"),
    })
    .prefault({}),
  kind: z
    .enum(guardrailKinds)
    .exactOptional()
    .describe("What policies/<name>.json is: a service control policy (default) or a resource control policy"),
  claims: z.array(claim).default([]).describe("What policies/<name>.json denies: proved by `landfall audit`"),
  policyName: z
    .string()
    .min(1)
    .max(128)
    .exactOptional()
    .describe("Keeps it a policy of its own, of this name; default: packed with the target's others"),
  description: z
    .string()
    .max(512)
    .exactOptional()
    .describe("Description of the policy in AWS, when it has a name of its own"),
});

/** Quotas that AWS raised for this organisation. */
export const quotas = z.strictObject({
  scpBytes: z.number().int().min(256).max(1_000_000).default(10_240).describe("Size of a service control policy"),
  scpAttached: z.number().int().min(2).max(1_000).default(10).describe("Service control policies attached to a target"),
  rcpBytes: z.number().int().min(256).max(1_000_000).default(5_120).describe("Size of a resource control policy"),
  rcpAttached: z.number().int().min(2).max(1_000).default(5).describe("Resource control policies attached to a target"),
});
