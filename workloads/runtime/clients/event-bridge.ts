import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { tracer } from "../telemetry";
import { clientSettings } from "./settings";

/** One attempt more where the bus cannot be reached: entries that it refuses are put again by who publishes. */
export const eventBridge = tracer.captureAWSv3Client(new EventBridgeClient({ ...clientSettings, maxAttempts: 2 }));
