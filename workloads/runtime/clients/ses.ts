import { SESv2Client } from "@aws-sdk/client-sesv2";
import { timeouts } from "../../timeouts";
import { tracer } from "../telemetry";
import { clientSettings } from "./settings";

/**
 * One attempt: SES knows no token by which it would take a repeated SendEmail for the same one, so that a mail of which no answer came may have gone.
 * Whoever sends has to decide whether it goes again, and the SDK would without asking.
 */
export const ses = tracer.captureAWSv3Client(
  new SESv2Client({
    ...clientSettings,
    maxAttempts: 1,
    requestHandler: { ...clientSettings.requestHandler, requestTimeout: timeouts.mailMilliseconds },
  }),
);
