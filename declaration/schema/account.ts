import { z } from "zod";
import { email, organizationalUnitPath, region, slug, tags, text } from "./primitives";

/** What an account is for. Every role but `workload` is held by at most one account; an account may hold several. */
export const accountRole = z.enum([
  "management",
  "log-archive",
  "audit",
  "security-tooling",
  "network",
  "shared-services",
  "workload",
]);
export type AccountRole = z.infer<typeof accountRole>;

/** Where an account is in its life. */
export const accountStatus = z.enum(["active", "suspended", "closed"]);
export type AccountStatus = z.infer<typeof accountStatus>;

/** The landing zone's own roles. */
export const foundationRoles = accountRole.exclude(["workload"]).options;

/** Roles a zone may leave out. */
export const optionalRoles = accountRole.extract(["audit", "shared-services"]);

/** Lengths as in PutAlternateContact, Account Management API reference. */
const contact = z.strictObject({
  name: z.string().min(1).max(64),
  email,
  phone: text("telephone"),
  title: z.string().min(1).max(50),
});

const accountNetwork = z.union([
  z.literal("none"),
  z.strictObject({
    domain: slug.describe("Route domain of the spoke VPC"),
    prefixLength: z.number().int().min(16).max(26).default(22),
    regions: z
      .array(region)
      .default([])
      .describe("Regions of network.regions with a further spoke VPC, of the same route domain and size"),
  }),
]);

/** Values of `RetentionInDays`, CloudWatch Logs API reference, PutRetentionPolicy. */
const logRetentionDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

const service = z.strictObject({
  name: slug.describe("Service to deploy: a folder of the project's services directory"),
  repository: text("repository")
    .optional()
    .describe("Repository whose pipeline may deploy the service; default <name>"),
  eventBus: slug.optional().describe("Central event bus of the zone that the service's events go to and come from"),
  settings: z
    .strictObject({
      logRetentionDays: z.literal(logRetentionDays).default(30),
      memoryMegabytes: z.number().int().min(128).max(10240).default(256),
      latencyP95Milliseconds: z.number().int().min(1).max(29_000).default(1000),
      throttle: z
        .strictObject({ burst: z.number().int().min(1).max(5000), rate: z.number().min(1).max(10_000) })
        .default({ burst: 200, rate: 100 }),
      firewall: z
        // AWS WAF API Reference, "RateBasedStatement": its Limit.
        .strictObject({ requestsPerFiveMinutes: z.number().int().min(10).max(2_000_000_000) })
        .optional()
        .describe(
          "AWS WAF in front of the service's API in this account, which makes it a REST API; it costs by the month",
        ),
      firewallLogs: z
        .boolean()
        .default(false)
        .describe("The web ACL of the service's API logs to the bucket that `logs.webAclLogs` makes"),
      databases: z
        .boolean()
        .default(false)
        .describe("The service may have relational databases, in the account's own network; they cost by the month"),
    })
    .prefault({}),
});

/** `accounts/<name>.yaml`; the file's name is the account's name unless `name` says otherwise. */
export const accountFile = z.strictObject({
  name: slug.describe("Identity of the account: its file, stacks, states and domain are called so; never changes"),
  displayName: text("displayName").optional().describe("Name that AWS shows; default the account's name"),
  status: accountStatus
    .default("active")
    .describe(
      "`suspended`: without stacks, in the organizational unit suspended; `closed`: gone, its file a tombstone",
    ),
  role: z
    .union([accountRole, z.array(accountRole).min(1)])
    .default("workload")
    .describe("What the account is for; a list when one account holds several of the landing zone's roles"),
  email: email.optional().describe("Root email; default from organization.emailPattern"),
  organizationalUnit: organizationalUnitPath.describe(
    "Path such as workloads/prod; `root` only for the management account",
  ),
  owner: slug.describe("Team that answers for the account"),
  contacts: z
    .strictObject({ operations: contact.optional(), security: contact.optional(), billing: contact.optional() })
    .prefault({}),
  budget: z
    .strictObject({
      monthlyUsd: z.number().positive(),
      alertPercent: z.array(z.number().min(1).max(200)).max(5).default([80, 100]),
    })
    .optional(),
  network: accountNetwork.default("none"),
  sharedVpc: slug.optional().describe("Shared VPC whose subnets the account is given, in place of a spoke of its own"),
  access: z.record(slug, z.array(slug).min(1)).default({}).describe("Group → its permission sets in this account"),
  service: service.optional(),
  closeOnRemoval: z
    .boolean()
    .default(false)
    .describe("Deleting this file closes the account; default: AWS keeps it, and `landfall offboard` retires it"),
  tags: tags.default({}),
});
export type AccountFile = z.infer<typeof accountFile>;
