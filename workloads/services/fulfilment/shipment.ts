/** As `openapi.yaml` has them. */
export interface ShippedItem {
  readonly sku: string;
  readonly quantity: number;
}

export interface Shipment {
  readonly orderId: string;
  readonly customerId: string;
  readonly items: readonly ShippedItem[];
  readonly shippedAt: string;
}

export interface Stock {
  readonly sku: string;
  readonly available: number;
}

/** What is taken of each article: an order may have one on several lines, and a transaction writes an item once. */
export function itemsToShip(bought: readonly ShippedItem[]): readonly ShippedItem[] {
  const quantities = new Map<string, number>();
  for (const { sku, quantity } of bought) quantities.set(sku, (quantities.get(sku) ?? 0) + quantity);
  return [...quantities].map(([sku, quantity]) => ({ sku, quantity }));
}
