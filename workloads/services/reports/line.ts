import type { Events } from "../../../events/types";
import type { ReceivedEvent } from "../../runtime/sources/subscription";

/** One event, as the columns of the delivery stream have it. */
export interface Line {
  readonly event_id: string;
  readonly event: string;
  readonly time: string;
  readonly order_id: string;
  readonly customer_id: string | null;
  readonly currency: string | null;
  /** In the currency's smallest unit. */
  readonly total: number | null;
  /** How many pieces. */
  readonly items: number | null;
}

type Reported = "orders/OrderPurchased.v1" | "fulfilment/OrderShipped.v1";
type Happening = { readonly [Name in Reported]: ReceivedEvent<Name, Events[Name]> }[Reported];

export function lineOf({ id, event, metadata, data }: Happening): Line {
  return {
    event_id: id,
    event,
    time: metadata.time,
    order_id: data.orderId,
    customer_id: data.customerId,
    currency: "currency" in data ? data.currency : null,
    total: "total" in data ? data.total : null,
    items: data.items.reduce((sum, { quantity }) => sum + quantity, 0),
  };
}

/** Days for which a day's lines can be read here; Athena has them for ever. */
const keptDays = 90;

/** As the table has it: by the day on which it happened. */
export function itemOf(line: Line): Line & { readonly day: string; readonly expires_at: number } {
  const expires = Math.floor(Date.parse(line.time) / 1000) + keptDays * 24 * 3600;
  return { ...line, day: line.time.slice(0, 10), expires_at: expires };
}
