import type { Subject } from "../../../rehearsal/faults/subject";

/** A function's PutItem on a table, but for what is said otherwise. */
export function subjectOf(more: Partial<Subject> = {}): Subject {
  return {
    kind: "call",
    isWorkload: true,
    account: "111111111111",
    accountName: () => "payments-dev",
    services: ["dynamodb"],
    operation: "PutItem",
    role: "payments-handler",
    functionName: "payments-create",
    resources: () => ["arn:aws:dynamodb:eu-west-1:111111111111:table/payments/index/by-day"],
    api: undefined,
    isProcess: () => true,
    ...more,
  };
}
