import { type OperationHandle, rowsOf } from "../../../../../workloads/runtime";
import type { cqrs } from "../service";

interface Parts {
  readonly path: { readonly customerId: string };
}

export const listByCustomer: OperationHandle<typeof cqrs, "listByCustomer", Parts> = async ({ path }, { tables }) => {
  const { Items } = await tables.ordersByCustomer.query({
    KeyConditionExpression: "customerId = :customerId",
    ExpressionAttributeValues: { ":customerId": path.customerId },
  });
  const orders = rowsOf<Record<string, unknown>>(Items).map(({ customerId: _, ...row }) => row);
  return { status: 200, body: { orders } };
};
