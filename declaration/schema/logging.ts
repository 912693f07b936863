import { z } from "zod";
import { region, slug, text } from "./primitives";

/** Kinds of CloudTrail Insights: CloudTrail API Reference, InsightSelector. */
const insight = z.enum(["ApiCallRateInsight", "ApiErrorRateInsight"]);

/** One kind of data events of every account: CloudTrail API Reference, AdvancedFieldSelector. */
const dataEvents = z.strictObject({
  resourceType: text("cloudTrailResourceType").describe("What is accessed, for example AWS::S3::Object"),
  access: z.enum(["all", "read", "write"]).default("all"),
  resources: z
    .array(text("arnPrefix"))
    .default([])
    .describe("Beginnings of the ARNs that are recorded; every resource of the type when empty"),
});

const trail = z.strictObject({
  insights: z.array(insight).default([]).describe("Unusual rates of calls or errors; priced by event analysed"),
  dataEvents: z.record(slug, dataEvents).default({}).describe("Data events beside management events; priced by event"),
  alarms: z
    .boolean()
    .default(false)
    .describe("The alarms of the CIS benchmark, on a log group of the trail; CloudWatch Logs is priced by gigabyte"),
});

/** Storage classes on the way to expiry: S3 User Guide, "Transitioning objects using Amazon S3 Lifecycle". */
const tiers = z.strictObject({
  infrequentAccessDays: z.number().int().min(30).max(3650).optional().describe("Days until S3 Standard-IA"),
  glacierDays: z.number().int().min(1).max(3650).optional().describe("Days until S3 Glacier Instant Retrieval"),
  deepArchiveDays: z.number().int().min(1).max(3650).optional().describe("Days until S3 Glacier Deep Archive"),
});

export const logs = z.strictObject({
  retentionDays: z.number().int().min(30).max(3650).default(365).describe("Days after which log objects expire"),
  lockDays: z.number().int().min(1).max(3650).default(30).describe("Object Lock retention (governance mode)"),
  trail: trail.prefault({}).describe("The organisation's trail; management events are always recorded"),
  tiers: tiers.optional().describe("Cheaper storage of older logs"),
  replicateTo: region.optional().describe("A second region that holds a copy of every log; doubles their storage"),
  webAclLogs: z.boolean().default(false).describe("A bucket that web ACLs of AWS WAF in every account log to"),
  apiAccessLogs: z
    .boolean()
    .default(false)
    .describe("A destination in the log archive that log groups of every account can be subscribed to; priced by use"),
});
