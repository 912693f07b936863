import { SQSClient } from "@aws-sdk/client-sqs";
import { tracer } from "../telemetry";
import { clientSettings } from "./settings";

/** Calls go to the region's endpoint, not to the host in a queue's URL, so that every endpoint setting holds for queues too. */
export const sqs = tracer.captureAWSv3Client(new SQSClient({ ...clientSettings, useQueueUrlAsEndpoint: false }));
