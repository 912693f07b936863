import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import { Tracer } from "@aws-lambda-powertools/tracer";

/** One of each for a function; names and levels come from the POWERTOOLS_ variables that synth sets. */
export const logger = new Logger();
export const metrics = new Metrics();

/** The AWS clients are captured one by one (`table.ts`): patching `http` too would record their calls twice. */
export const tracer = new Tracer({ captureHTTPsRequests: false });
