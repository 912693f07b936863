import { RDSDataClient } from "@aws-sdk/client-rds-data";
import { tracer } from "../telemetry";
import { clientSettings } from "./settings";

export const rdsData = tracer.captureAWSv3Client(new RDSDataClient(clientSettings));
