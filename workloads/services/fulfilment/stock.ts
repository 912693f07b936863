import type { TableAccess } from "../../runtime/access/access";
import type { WritePart } from "../../runtime/access/table";
import type { ShippedItem } from "./shipment";

/** The writes that take items from the stock, each as long as there is enough of it. */
export function taking(stock: TableAccess<"UpdateItem">, items: readonly ShippedItem[]): readonly WritePart[] {
  return items.map(({ sku, quantity }) =>
    stock.updating({
      Key: { sku },
      UpdateExpression: "ADD available :taken",
      ConditionExpression: "available >= :quantity",
      ExpressionAttributeValues: { ":taken": -quantity, ":quantity": quantity },
    }),
  );
}
