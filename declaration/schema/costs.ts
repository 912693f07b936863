import { z } from "zod";
import { email, text } from "./primitives";

/** "Budgets" of AWS Cost Management: two budgets are free, and each notifies of at most five thresholds. */
const budget = z.strictObject({
  monthlyUsd: z.number().positive(),
  alertPercent: z.array(z.number().min(1).max(200)).max(4).default([80, 100]),
  forecastPercent: z
    .number()
    .min(1)
    .max(200)
    .default(100)
    .describe("Alert when the month is forecast to end above this part of the budget"),
  email,
});

/** Cost Management User Guide, "Detecting unusual spend with AWS Cost Anomaly Detection". Costs nothing. */
const anomalies = z.strictObject({
  email,
  minimumUsd: z.number().positive().default(100).describe("Impact of an anomaly from which it is told of"),
  frequency: z.enum(["daily", "weekly"]).default("daily"),
});

/** Data Exports User Guide, "Cost and Usage Report (CUR) 2.0". The bucket's storage costs a little. */
const dataExport = z.strictObject({
  granularity: z.enum(["hourly", "daily", "monthly"]).default("daily"),
  resources: z.boolean().default(false).describe("A line for each resource: many times as much data"),
  retentionDays: z.number().int().min(30).max(3650).default(1096).describe("Days after which exported files expire"),
});

/** What is spent in the whole organisation. Budgets of single accounts are the accounts' own. */
export const costs = z.strictObject({
  budget: budget.optional().describe("A budget for the whole organisation"),
  anomalies: anomalies.optional().describe("Cost Anomaly Detection over all services"),
  export: dataExport.optional().describe("Costs and usage, exported to a bucket of the management account"),
  allocationTags: z
    .array(text("tag").min(1).max(128))
    .max(500)
    .default([])
    .describe("Tags that costs are told apart by; AWS knows a tag a day after a resource has it"),
});
