import { strangler, type TableAccess } from "../../../../workloads/runtime";

export interface Price {
  readonly sku: string;
  readonly cents: number;
}

export const prices = strangler("prices");

export async function readLegacy(table: TableAccess<"GetItem">, sku: string): Promise<Price | undefined> {
  return table.get<Price>({ Key: { sku }, ConsistentRead: true });
}

export async function writeLegacy(table: TableAccess<"PutItem">, price: Price): Promise<void> {
  await table.put({ Item: { ...price } });
}

/** How the new implementation keeps a price. */
interface Modern {
  readonly sku: string;
  readonly amount: { readonly value: number; readonly currency: "EUR" };
}

export async function readModern(table: TableAccess<"GetItem">, sku: string): Promise<Price | undefined> {
  const found = await table.get<Modern>({ Key: { sku }, ConsistentRead: true });
  return found && { sku, cents: Math.round(found.amount.value * 100) };
}

export async function writeModern(table: TableAccess<"PutItem">, { sku, cents }: Price): Promise<void> {
  const item: Modern = { sku, amount: { value: cents / 100, currency: "EUR" } };
  await table.put({ Item: { ...item } });
}
