import { z } from "zod";
import { email, organizationalUnitPath, slug, text } from "./primitives";

/** A policy of the account's own, which has to be in every account the permission set is assigned in. */
const customerManagedPolicy = z.strictObject({
  name: text("iamName").max(128),
  path: text("iamPath").max(512).default("/"),
});

/** PermissionsBoundary of the Identity Center API: one of the two. */
const boundary = z.union([
  z.strictObject({ managedPolicy: text("managedPolicy") }),
  z.strictObject({ customerManagedPolicy }),
]);

/** Numbers: IAM Identity Center User Guide, "IAM Identity Center quotas"; CreatePermissionSet, Identity Center API reference. */
const permissionSet = z.strictObject({
  description: z.string().min(1).max(700),
  managedPolicies: z
    .array(text("managedPolicy"))
    .max(20)
    .default([])
    .describe("Names of AWS managed policies, for example ReadOnlyAccess"),
  customerManagedPolicies: z
    .array(customerManagedPolicy)
    .max(20)
    .default([])
    .describe("Policies of the accounts' own, by name and path; each is to be in every account the set is assigned in"),
  inlinePolicy: z
    .record(z.string(), z.unknown())
    .exactOptional()
    .describe("A policy of the permission set's own, in IAM's syntax"),
  boundary: boundary.exactOptional().describe("Permissions boundary: what the set's role can do at most"),
  sessionHours: z.number().int().min(1).max(12).default(4),
  relayState: text("relayState").max(240).exactOptional().describe("Where a session in the console starts"),
});

const assignment = z.strictObject({
  group: slug,
  permissionSets: z.array(slug).min(1),
  organizationalUnits: z
    .array(organizationalUnitPath)
    .default([])
    .describe("Every active account in or below these units; `root` is all of them, the management account too"),
  accounts: z.array(slug).default([]),
});

/**
 * A way in when IAM Identity Center is out of order: a role in every account that named IAM users of the management account assume with MFA (AWS
 * Well-Architected Framework, SEC03-BP03 "Establish emergency access process").
 */
const breakGlass = z.strictObject({
  users: z
    .array(text("iamName").max(64))
    .min(1)
    .describe("IAM users of the management account who may assume the role; made by hand, each with an MFA device"),
  alertEmail: email.describe("Whoever is told of each use"),
  managedPolicies: z.array(text("managedPolicy")).min(1).max(10).default(["AdministratorAccess"]),
  sessionHours: z.number().int().min(1).max(12).default(1),
});

export const identity = z.strictObject({
  groups: z.record(slug, z.strictObject({ description: z.string().min(1).max(1024) })).default({}),
  permissionSets: z.record(slug, permissionSet).default({}),
  assignments: z
    .array(assignment)
    .default([])
    .describe("Groups and their permission sets in many accounts at once, beside what accounts give in `access`"),
  breakGlass: breakGlass.optional().describe("Access for emergencies, with an alarm on its use"),
});
