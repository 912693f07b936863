import { merged, type Use } from "../uses/use";
import { functionLogGroup } from "./names";
import { arn, type Placement } from "./placement";
import type { Statement } from "./statement";
import { statementsOf } from "./used-resources";

/** What the role of one function may do: the uses it declares, what its source needs, its own logs, its own traces. Nothing else. */
export function functionPolicy(
  placement: Placement,
  service: string,
  name: string,
  uses: readonly Use[],
  source: readonly Statement[] = [],
): { readonly Version: "2012-10-17"; readonly Statement: readonly Statement[] } {
  return {
    Version: "2012-10-17",
    Statement: [
      ...merged(uses).flatMap((use) => statementsOf(placement, service, use)),
      ...source,
      {
        Sid: "OwnLogs",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: arn(placement, "logs", `log-group:${functionLogGroup(service, name)}:*`),
      },
      {
        // These two have no resource type: "*" is all that AWS accepts (Service Authorization Reference, "AWS X-Ray").
        Sid: "OwnTraces",
        Effect: "Allow",
        Action: ["xray:PutTelemetryRecords", "xray:PutTraceSegments"],
        Resource: "*",
      },
    ],
  };
}

/** Who may take the role of a function. */
export const lambdaTrust = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
} as const;
