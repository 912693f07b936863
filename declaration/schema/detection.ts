import { z } from "zod";
import { email, organizationalUnitPath, slug, text } from "./primitives";

/** Labels of Security Hub: AWS Security Finding Format, "Severity". */
const severity = z.enum(["LOW", "MEDIUM", "HIGH", "CRITICAL"]);

/** Protection plans beside the foundational data sources: GuardDuty User Guide, "What is Amazon GuardDuty?". */
const guardDutyPlan = z.enum(["s3", "eks-audit-logs", "malware", "rds-login", "lambda", "runtime"]);
export type GuardDutyPlan = z.infer<typeof guardDutyPlan>;

/** Security Hub User Guide, "Security standards reference for Security Hub CSPM". */
const standard = z.enum([
  "foundational-best-practices",
  "cis-1.4",
  "cis-3.0",
  "nist-800-53",
  "pci-dss-4.0",
  "resource-tagging",
]);
export type SecurityStandard = z.infer<typeof standard>;

/** Amazon Inspector API Reference, ResourceScanType. */
const inspectorScan = z.enum(["ec2", "ecr", "lambda", "lambda-code"]);

/** Security Lake User Guide, "Collecting data from AWS services in Security Lake". */
const lakeSource = z.enum([
  "cloud-trail-management",
  "route53",
  "security-hub",
  "vpc-flow",
  "lambda-data",
  "s3-data",
  "waf",
  "eks-audit",
]);

const except = z
  .array(organizationalUnitPath)
  .default([])
  .describe("Accounts, and organizational units with all below them, that it is not for");

const managedRule = z.strictObject({
  identifier: text("configRuleIdentifier").describe("Identifier of an AWS Config managed rule"),
  parameters: z.record(text("configParameter"), z.string().min(1).max(1000)).default({}),
});

const configRule = z.strictObject({
  ...managedRule.shape,
  resourceTypes: z
    .array(text("cloudTrailResourceType"))
    .max(100)
    .default([])
    .describe("Resource types whose changes it looks at; those it is made for when empty"),
  except,
});

const conformancePack = z.strictObject({ rules: z.record(slug, managedRule), except });

/** AWS Config Developer Guide, "Managing AWS Config rules across all accounts in your organization"; both priced by evaluation. */
const config = z.strictObject({
  rules: z.record(slug, configRule).default({}).describe("AWS Config managed rules in every account"),
  conformancePacks: z.record(slug, conformancePack).default({}).describe("Sets of managed rules judged together"),
});

const alert = z.strictObject({
  severities: z.array(severity).min(1),
  emails: z.array(email).min(1),
});

export const security = z.strictObject({
  findingsEmail: email.optional().describe("Subscribed to the topic that receives high-severity findings"),
  minimumSeverity: severity.default("HIGH"),
  alerts: z.record(slug, alert).default({}).describe("More topics, each with findings of some severities alone"),
  guardDuty: z
    .strictObject({ plans: z.array(guardDutyPlan).default([]).describe("Protection plans; each is priced by use") })
    .prefault({}),
  securityHub: z
    .strictObject({
      standards: z.array(standard).default(["foundational-best-practices"]).describe("Priced by check"),
      central: z
        .boolean()
        .default(false)
        .describe("Enabled by one policy in every account, those that were there before it included"),
    })
    .prefault({}),
  unusedAccess: z
    .strictObject({ days: z.number().int().min(1).max(365).default(90) })
    .optional()
    .describe(
      "Access Analyzer's findings of roles, keys and permissions not used for so long; priced by role and month",
    ),
  macie: z.boolean().default(false).describe("Amazon Macie in every account; priced by bucket and gigabyte"),
  inspector: z
    .array(inspectorScan)
    .default([])
    .describe("What Amazon Inspector scans in every account; priced by scan"),
  detective: z.boolean().default(false).describe("Amazon Detective's graph of every account; priced by gigabyte"),
  securityLake: z
    .strictObject({
      sources: z.array(lakeSource).min(1),
      retentionDays: z.number().int().min(1).max(3650).default(365),
    })
    .optional()
    .describe("Amazon Security Lake, in the security tooling account; priced by gigabyte"),
  config: config.prefault({}).describe("AWS Config rules for the whole organisation"),
  response: z
    .strictObject({
      quarantineUnit: organizationalUnitPath
        .default("quarantine")
        .describe("Organizational unit to which an account is moved"),
    })
    .optional()
    .describe("A runbook that quarantines an account; costs nothing until it is run"),
});
