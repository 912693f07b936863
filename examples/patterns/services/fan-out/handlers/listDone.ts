import type { OperationHandle } from "../../../../../workloads/runtime";
import type { fanOut } from "../service";

interface Parts {
  readonly path: { readonly part: string };
}

export const listDone: OperationHandle<typeof fanOut, "listDone", Parts> = async ({ path: { part } }, { tables }) => {
  const { Items = [] } = await tables.done.query({
    KeyConditionExpression: "part = :part",
    ExpressionAttributeValues: { ":part": part },
    ConsistentRead: true,
  });
  return { status: 200, body: { orders: Items.map((item) => String(item["orderId"])) } };
};
