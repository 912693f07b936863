import { SFNClient } from "@aws-sdk/client-sfn";
import { tracer } from "../telemetry";
import { clientSettings } from "./settings";

export const sfn = tracer.captureAWSv3Client(new SFNClient(clientSettings));
