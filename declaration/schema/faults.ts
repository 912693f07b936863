import { z } from "zod";
import { slug } from "./primitives";

const name = z.string().min(1).max(256);
const pattern = name.describe("May have * and ?, as in IAM policies");
const count = z.number().int().min(1).max(1_000_000);
/** At the moment the call arrives, or once it is done and before it is answered. */
const moment = z.enum(["before", "after"]);

/** What a fault does to which calls: everything that is given has to fit. */
export const faultRule = z.strictObject({
  service: name.optional().describe("Service as its ARNs or its SDK call it, such as dynamodb"),
  operation: pattern.optional().describe("Operation of that service, such as PutItem"),
  account: name.optional().describe("Account of the caller, or of the API: its name in the zone, or its id in quotes"),
  function: pattern.optional().describe("Name of the function that calls"),
  role: pattern.optional().describe("Name of the role that calls"),
  resource: pattern.optional().describe("Name or ARN of what the call acts on: a table, queue, topic, bucket, bus …"),
  callers: z
    .enum(["workloads", "everyone"])
    .default("workloads")
    .describe("workloads: functions and state machines; everyone: also Terraform and whoever else calls AWS"),
  api: name.optional().describe("In place of calls to AWS, requests to the API of this service, from whomever"),

  delay: z.number().int().min(1).max(900_000).optional().describe("Milliseconds before anything else happens"),
  throttle: z.literal(true).optional().describe("Refused by the service's own throttling error"),
  error: z
    .strictObject({
      code: name.optional().describe("The service's error code, such as InternalServerError"),
      status: z.number().int().min(400).max(599).default(500),
    })
    .optional()
    .describe("Refused by this error"),
  drop: moment.optional().describe("The connection is closed without an answer; after: the call is done"),
  kill: moment.optional().describe("The calling function's process dies; after: the call is done"),

  after: count.optional().describe("Lets that many calls pass first"),
  first: count.optional().describe("Looks at that many calls, and at none thereafter"),
  times: count.optional().describe("Happens that many times at most"),
  rate: z.number().min(0).max(1).default(1).describe("Share of the calls that are hit"),
  seed: z.number().int().min(0).max(4_294_967_295).default(0).describe("Another seed hits other calls at that rate"),
});

/** The file of `landfall rehearse --faults`. */
export const faultsFile = z.strictObject({
  faults: z.record(slug, faultRule).describe("By a name of yours, in the order in which they are looked at"),
});

export type FaultsFile = z.infer<typeof faultsFile>;
export type FaultRule = z.infer<typeof faultRule>;
