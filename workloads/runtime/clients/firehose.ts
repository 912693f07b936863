import { FirehoseClient } from "@aws-sdk/client-firehose";
import { tracer } from "../telemetry";
import { clientSettings } from "./settings";

export const firehose = tracer.captureAWSv3Client(new FirehoseClient(clientSettings));
