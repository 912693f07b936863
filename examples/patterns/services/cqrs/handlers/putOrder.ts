import type { OperationHandle } from "../../../../../workloads/runtime";
import type { Order } from "../order";
import type { cqrs } from "../service";

interface Parts {
  readonly path: { readonly orderId: string };
  readonly body: Omit<Order, "orderId" | "version">;
}

/** Every write raises the version, in one step with it. */
export const putOrder: OperationHandle<typeof cqrs, "putOrder", Parts> = async ({ path, body }, { tables }) => {
  const { Attributes } = await tables.orders.update({
    Key: { orderId: path.orderId.toLowerCase() },
    UpdateExpression: "SET customerId = :customerId, #status = :status, #lines = :lines ADD #version :one",
    ExpressionAttributeNames: { "#status": "status", "#lines": "lines", "#version": "version" },
    ExpressionAttributeValues: {
      ":customerId": body.customerId,
      ":status": body.status,
      ":lines": body.lines,
      ":one": 1,
    },
    ReturnValues: "ALL_NEW",
  });
  return { status: 200, body: Attributes };
};
