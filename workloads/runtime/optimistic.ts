import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";

/** Conditions by which a record is written only over what was read of it. */
export const ifAbsent = { ConditionExpression: "attribute_not_exists(orderId)" } as const;

export function ifStill(status: string) {
  return {
    ConditionExpression: "#status = :was",
    ExpressionAttributeNames: { "#status": "status" },
    ExpressionAttributeValues: { ":was": status },
  } as const;
}

/** Positions of the parts of a cancelled transaction whose condition did not hold; none of any other error. */
export function failedConditions(error: unknown): readonly number[] {
  if (!(error instanceof TransactionCanceledException)) return [];
  return (error.CancellationReasons ?? []).flatMap(({ Code }, index) =>
    Code === "ConditionalCheckFailed" ? [index] : [],
  );
}
