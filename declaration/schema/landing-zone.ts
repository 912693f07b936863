import { z } from "zod";
import { baseline } from "./baseline";
import { costs } from "./costs";
import { security } from "./detection";
import { events } from "./events";
import { guardrail, quotas } from "./guardrail";
import { identity } from "./identity";
import { logs } from "./logging";
import { dns, network } from "./network";
import { organizationPolicy, rootAccess } from "./organization";
import { organizationalUnitPath, region, slug, tags, text } from "./primitives";

/** Organizational units as nested names: `workloads: { prod: {}, nonprod: {} }`. AWS allows five levels below the root. */
export interface OrganizationalUnitTree {
  [name: string]: OrganizationalUnitTree;
}
export const organizationalUnitTree: z.ZodType<OrganizationalUnitTree> = z
  .lazy(() => z.record(text("organizationalUnitName"), organizationalUnitTree))
  .meta({ id: "OrganizationalUnitTree" });

const organization = z.strictObject({
  name: slug.describe("Prefix of every global name (buckets, policies); cannot change once deployed"),
  emailPattern: text("emailPattern").describe(
    "Root email of accounts that give none, for example aws+{account}@example.com",
  ),
  accountsAtRoot: z
    .array(slug)
    .default([])
    .describe("Accounts that may stay at the root, where only its own guardrails bind them"),
  trustedServices: z
    .array(text("servicePrincipal"))
    .default([])
    .describe("Services trusted in the whole organisation beside those Landfall needs"),
  policyTypes: z.array(text("policyType")).default([]).describe("Policy types enabled beside those Landfall needs"),
  rootAccess: rootAccess.optional().describe("Central management of members' root users"),
  quarantineNewAccounts: z
    .boolean()
    .default(false)
    .describe("Accounts that appear at the root without Landfall are moved to the organizational unit quarantine"),
  quotas: quotas.prefault({}).describe("Quotas of policies, where AWS raised them for this organisation"),
});

const regions = z.strictObject({
  home: region.describe("Region of the landing zone's own resources"),
  governed: z.array(region).min(1).describe("Regions in which accounts get a baseline; includes the home region"),
  allowed: z.array(region).min(1).describe("Regions in which anything may run; includes the governed regions"),
});

/** What others manage in the organisation: known to Landfall, and in none of its stacks. */
const foreign = z.strictObject({
  organizationalUnits: z
    .array(organizationalUnitPath)
    .default([])
    .describe("Units that somebody else manages, with all below them"),
  accounts: z
    .record(text("accountId"), z.strictObject({ name: z.string(), email: z.string() }))
    .default({})
    .describe("Accounts that somebody else manages, by id"),
  policies: z
    .record(
      text("policyId"),
      z.strictObject({
        name: z.string(),
        type: text("policyType"),
        attachedTo: z
          .array(z.string().min(1))
          .default([])
          .describe("`root`, paths of organizational units, names of accounts: the room it takes there is counted"),
      }),
    )
    .default({})
    .describe("Policies that somebody else manages, by id"),
  stackSets: z.array(z.string()).default([]).describe("CloudFormation StackSets that deploy into accounts here"),
  tagKeys: z
    .array(text("tag").min(1).max(128))
    .default([])
    .describe("Tags on units, accounts and policies that stay as they are"),
});

const deployment = z.strictObject({
  stateBucket: text("bucketName")
    .optional()
    .describe("Bucket of the Terraform state; default <organization>-landfall-state"),
  github: z
    .strictObject({
      owner: text("gitHubOwner").describe("Organisation whose repositories may assume the service deploy roles"),
      repository: text("repository")
        .optional()
        .describe("Repository of this zone: its pipeline may assume the platform's deploy roles"),
      approval: z
        .array(text("organizationalUnitPath"))
        .default([])
        .describe("Stacks, or organizational units with all their accounts, that wait for an approval in the pipeline"),
    })
    .optional()
    .describe("GitHub Actions as the pipeline"),
});

/** `landing-zone.yaml`. */
export const landingZoneFile = z.strictObject({
  organization,
  regions,
  organizationalUnits: organizationalUnitTree,
  network,
  dns,
  logs: logs.prefault({}),
  security: security.prefault({}),
  baseline: baseline.prefault({}).describe("What every account has, beside what is always there"),
  identity: identity.prefault({}),
  guardrails: z.record(slug, guardrail).default({}).describe("Guardrails of the catalogue or of policies/<name>.json"),
  policies: z
    .record(slug, organizationPolicy)
    .default({})
    .describe("Policies that set things up: tags, backup, AI services, EC2, chat applications"),
  costs: costs.prefault({}).describe("What the whole organisation spends"),
  events: events.prefault({}).describe("Events between the services of several accounts"),
  deployment: deployment.prefault({}),
  foreign: foreign.prefault({}).describe("What others manage in the organisation; Landfall never touches it"),
  tags: tags.default({}),
});
export type LandingZoneFile = z.infer<typeof landingZoneFile>;
