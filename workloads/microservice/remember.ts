import type { ServiceDefinition } from "../service-definition";
import { idempotencyVariable } from "../uses/variables";
import type { FunctionSpec } from "./add-function";
import { idempotencyTableName } from "./names";
import { arn, type Placement } from "./placement";

/** What a function needs that remembers what it has done: what Powertools calls (Powertools for AWS Lambda, "Idempotency", IAM permissions). */
export function remembering(placement: Placement, service: string): NonNullable<FunctionSpec["source"]> {
  return {
    statements: [
      {
        Sid: "RememberHandled",
        Effect: "Allow",
        Action: ["dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"],
        Resource: arn(placement, "dynamodb", `table/${idempotencyTableName(service)}`),
      },
    ],
    variables: { [idempotencyVariable]: idempotencyTableName(service) },
  };
}

/** Whether a function of the service remembers what it has done: consumers do but those of data streams, which have their own ways, and operations that have a key. */
export function remembers({ consumers = {}, operations }: ServiceDefinition): boolean {
  return (
    Object.values(consumers).some(({ from }) => from.kind !== "dataStream") ||
    Object.values(operations).some(({ key }) => key !== undefined)
  );
}
