import type { TableUse } from "../service-definition";
import { functionLogGroup, tableArn } from "./names";
import { arn, type Placement } from "./placement";

export interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow";
  readonly Action: readonly string[];
  readonly Resource: string;
}

/** What the role of one operation may do: the uses it declares, its own logs, its own traces. Nothing else. */
export function operationPolicy(
  placement: Placement,
  service: string,
  operationId: string,
  uses: readonly TableUse[],
): { readonly Version: "2012-10-17"; readonly Statement: readonly Statement[] } {
  return {
    Version: "2012-10-17",
    Statement: [
      ...uses.map(({ table, actions }): Statement => ({
        Sid: `Table${table.replace(/(^|-)(.)/g, (_, _hyphen, letter: string) => letter.toUpperCase())}`,
        Effect: "Allow",
        Action: actions.map((action) => `dynamodb:${action}`).sort(),
        Resource: tableArn(placement, service, table),
      })),
      {
        Sid: "OwnLogs",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: arn(placement, "logs", `log-group:${functionLogGroup(service, operationId)}:*`),
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
