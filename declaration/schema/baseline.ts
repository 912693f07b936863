import { z } from "zod";
import { slug, text } from "./primitives";

const quota = z.strictObject({
  service: text("serviceCode").describe("Service code, for example vpc: aws service-quotas list-services"),
  code: text("quotaCode").describe("Quota code, for example L-F678F1CE"),
  value: z.number().positive(),
});

/** AWS Backup Developer Guide, "Creating a backup plan". */
const backup = z.strictObject({
  schedule: text("schedule").default("cron(0 3 * * ? *)").describe("When backups start, in UTC"),
  keepDays: z.number().int().min(1).max(36_500).default(35),
  coldStorageDays: z
    .number()
    .int()
    .min(1)
    .max(36_410)
    .optional()
    .describe("Days until cold storage, in which a backup stays for at least 90"),
  tag: z
    .strictObject({ key: text("tag").min(1).max(128), value: text("tag").max(256) })
    .prefault({ key: "backup", value: "daily" })
    .describe("Resources with this tag are backed up"),
});

/** What every account has beside what is always there; see security/baseline. */
export const baseline = z.strictObject({
  accessAnalyzer: z
    .boolean()
    .default(false)
    .describe("An analyzer of each account's own, beside the organisation's, which knows no account's borders"),
  auditorRole: z
    .boolean()
    .default(false)
    .describe("A role in every account that reads configuration and no data, for the account that has the role audit"),
  quotas: z
    .record(slug, quota)
    .default({})
    .describe("Service quotas that are raised in every account and governed region"),
  backup: backup.optional().describe("A backup plan in every account; backups are priced by gigabyte"),
});
