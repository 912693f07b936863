import type { TableAccess } from "../../../runtime/access/access";
import { transact } from "../../../runtime/access/transact";
import { ifAbsent, ifStill } from "../../../runtime/optimistic";
import type { Tell } from "../../../runtime/outbox";
import type { Charge } from "./charge";
import { type Provider, refund } from "./provider";

interface Tables {
  readonly charges: TableAccess<"GetItem" | "PutItem">;
  readonly provider: Provider;
}

type Told = Tell<{
  readonly event: "PaymentRefunded.v1";
  readonly data: { readonly orderId: string; readonly reason: string };
}>;

/** Gives the payment of an order back, once, however often it is called. What was not taken yet never will be; what was refused stays so. */
export async function refundPayment(
  { charges, provider }: Tables,
  { orderId, reason = "the purchase failed" }: { readonly orderId: string; readonly reason?: string },
  tell: Told,
): Promise<void> {
  const charge = await charges.get<Charge>({ Key: { orderId }, ConsistentRead: true });
  if (charge?.status === "refunded" || charge?.status === "refused") return;
  const refunding = { ...charge, orderId, status: "refunding" };
  if (charge === undefined) await charges.put({ Item: refunding, ...ifAbsent("orderId") });
  else if (charge.status !== "refunding") await charges.put({ Item: refunding, ...ifStill(charge.status) });
  await refund(provider, orderId);
  await transact([
    charges.putting({ Item: { ...refunding, status: "refunded" }, ...ifStill("refunding") }),
    ...tell({ event: "PaymentRefunded.v1", data: { orderId, reason }, id: `refunded-${orderId}` }),
  ]);
}
