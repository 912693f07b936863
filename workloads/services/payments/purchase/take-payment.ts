import type { TableAccess } from "../../../runtime/access/access";
import { transact } from "../../../runtime/access/transact";
import { ifAbsent, ifStill } from "../../../runtime/optimistic";
import type { Tell } from "../../../runtime/outbox";
import type { Charge, OrderToPay, Taken } from "./charge";
import { capture, type Provider } from "./provider";

interface Tables {
  readonly charges: TableAccess<"GetItem" | "PutItem">;
  readonly provider: Provider;
}

type Told = Tell<
  | { readonly event: "PaymentTaken.v1" }
  | { readonly event: "PaymentRefused.v1"; readonly data: { readonly orderId: string; readonly reason: string } }
>;

/** Takes the payment of an order, once, however often it is called; not after it was to be refunded. Its outcome is told in the transaction that notes it. */
export async function takePayment({ charges, provider }: Tables, order: OrderToPay, tell: Told): Promise<Taken> {
  const { orderId, customerId, amount } = order;
  const charge = await charges.get<Charge>({ Key: { orderId }, ConsistentRead: true });
  if (charge?.status === "taken") return { outcome: "taken" };
  if (charge && charge.status !== "taking") return { outcome: "refused", reason: charge.reason ?? "it was cancelled" };
  const taking: Charge = { orderId, status: "taking", customerId, amount };
  if (charge === undefined) await charges.put({ Item: { ...taking }, ...ifAbsent("orderId") });
  const captured = await capture(provider, order);
  if (captured.captured) {
    const Item = { ...taking, status: "taken" };
    const told = tell({ event: "PaymentTaken.v1", id: `taken-${orderId}` });
    await transact([charges.putting({ Item, ...ifStill("taking") }), ...told]);
    return { outcome: "taken" };
  }
  const { reason } = captured;
  const Item = { ...taking, status: "refused", reason };
  const told = tell({ event: "PaymentRefused.v1", data: { orderId, reason }, id: `refused-${orderId}` });
  await transact([charges.putting({ Item, ...ifStill("taking") }), ...told]);
  return { outcome: "refused", reason };
}
