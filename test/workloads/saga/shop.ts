import { jest } from "@jest/globals";
import { DeleteItem, GetItem, PutItem, UpdateItem } from "../../../workloads/runtime/access/table";
import { documents } from "../../../workloads/runtime/clients/dynamodb";
import type { ServiceDefinition } from "../../../workloads/service-definition";
import { fulfilment } from "../../../workloads/services/fulfilment/service";
import { orders } from "../../../workloads/services/orders/service";
import { payments } from "../../../workloads/services/payments/service";
import { usesOf } from "../../../workloads/uses/uses-of";
import { memoryDynamo } from "./memory-dynamo";

export const services: Readonly<Record<string, ServiceDefinition>> = { orders, payments, fulfilment };

/** What one customer buys of one article that nobody else buys, so that money and stock can be counted for each order. */
export const balance = 1000;
export const available = 80;
export const amount = 100;

export interface Order {
  readonly orderId: string;
  readonly customerId: string;
  readonly currency: string;
  readonly amount: number;
  readonly items: readonly { readonly sku: string; readonly quantity: number }[];
}

export type Trouble = "none" | "poor" | "short" | "large";

export function order(orderId: string, trouble: Trouble = "none"): Order {
  const quantity = { none: 2, poor: 2, short: available + 1, large: 60 }[trouble];
  return {
    orderId,
    customerId: `customer-${orderId}`,
    currency: "EUR",
    amount: trouble === "poor" ? balance + 1 : amount,
    items: [{ sku: `book-${orderId}`, quantity }],
  };
}

/** The three services' tables in memory. */
export function openShop() {
  const keys = Object.values(services).flatMap(({ name, tables }) =>
    Object.entries(tables).map(([table, { partitionKey }]) => [`${name}-${table}`, partitionKey] as const),
  );
  const tables = memoryDynamo(Object.fromEntries(keys));
  jest.spyOn(documents, "send").mockImplementation(tables.send as never);
  return {
    tables,
    stockUp: ({ orderId, customerId, items }: Order) => {
      tables.fill("payments-provider", { id: `balance#${customerId}`, balance });
      for (const { sku } of items) tables.fill("fulfilment-stock", { sku, available });
      return orderId;
    },
    /** Where an order is, over all services. */
    state: ({ orderId, customerId, items: [item] }: Order): string => {
      const status = (table: string): unknown => tables.item(table, orderId)?.["status"] ?? "none";
      const spent = balance - Number(tables.item("payments-provider", `balance#${customerId}`)?.["balance"]);
      const gone = available - Number(tables.item("fulfilment-stock", item?.sku ?? "")?.["available"]);
      const shipped = tables.item("fulfilment-shipments", orderId) !== undefined;
      const money = spent === 0 ? "money back" : spent === amount ? "paid" : `${spent} gone`;
      const goods = gone === 0 ? "stock back" : gone === item?.quantity ? "taken" : `${gone} gone`;
      const facts = [status("orders-purchases"), money, goods, shipped ? "shipped" : "not shipped"].join(", ");
      return names[facts] ?? `inconsistent: ${facts}`;
    },
  };
}

/** The only two ways in which a purchase may end. */
const names: Readonly<Record<string, string>> = {
  "completed, paid, taken, shipped": "completed",
  "cancelled, money back, stock back, not shipped": "cancelled",
};

const actions = { GetItem, PutItem, UpdateItem, DeleteItem } as const;

/** What a handler is given for its uses of tables, as its bundle would make it. */
export function tablesFor(service: ServiceDefinition, name: string): Readonly<Record<string, object>> {
  const tables: Record<string, object> = {};
  for (const use of usesOf(service, name)) {
    if (use.kind !== "table") continue;
    process.env[`${use.name.toUpperCase()}_TABLE`] = `${service.name}-${use.name}`;
    for (const action of use.actions) {
      const make = actions[action as keyof typeof actions];
      const streamed = service.tables[use.name]?.stream === true;
      tables[use.name] = { ...tables[use.name], ...make(use.name, streamed) };
    }
  }
  return tables;
}
