import { TransactionCanceledException } from "@aws-sdk/client-dynamodb";

/** A record is written only where none is. @param key an attribute that every record has */
export function ifAbsent(key: string) {
  return { ConditionExpression: `attribute_not_exists(${key})` } as const;
}

/** A record is written only over one that is still as it was read. */
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
