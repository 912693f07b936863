import { z } from "zod";
import { managementPolicyKinds } from "../management-policies";
import { organizationalUnitPath, slug } from "./primitives";

/** One entry of `policies`: a policy that sets things up in accounts, where guardrails forbid. */
export const organizationPolicy = z.strictObject({
  type: z
    .enum(managementPolicyKinds)
    .describe("Tag policy, backup policy, opt-out of AI services, declarative policy for EC2, or chat applications"),
  attachTo: z.array(organizationalUnitPath).default([]).describe("`root`, paths of organizational units"),
  accounts: z.array(slug).default([]).describe("Single accounts it is attached to as well"),
  content: z
    .record(z.string(), z.unknown())
    .exactOptional()
    .describe("The policy in AWS's syntax; default: policies/<name>.json"),
  description: z.string().max(512).default("").describe("Description of the policy in AWS"),
});

/**
 * Root users of members, seen to from the management account and the security tooling account (IAM User Guide, "Centrally manage root access for
 * member accounts"). Costs nothing.
 */
export const rootAccess = z.strictObject({
  credentials: z
    .boolean()
    .default(true)
    .describe(
      "Members' root credentials can be removed centrally, and new accounts have none (RootCredentialsManagement)",
    ),
  sessions: z
    .boolean()
    .default(true)
    .describe("Short sessions as a member's root for the few tasks that need it (RootSessions)"),
});
