import type { TableAccess } from "../../../runtime/access/access";
import { transact } from "../../../runtime/access/transact";
import { failedConditions, ifAbsent, ifStill } from "../../../runtime/optimistic";
import type { OrderToPay } from "./charge";

/**
 * A payment provider, as far as this service knows one: what is asked under a key happens once. It is simulated by a table of its own, which has each customer's
 * balance and each capture.
 */
export type Provider = TableAccess<"GetItem" | "PutItem" | "UpdateItem">;

interface Capture {
  readonly id: string;
  readonly status: "captured" | "refunded" | "void";
  readonly customerId?: string;
  readonly amount?: number;
}

export type Captured = { readonly captured: true } | { readonly captured: false; readonly reason: string };

const captureId = (orderId: string): string => `capture#${orderId}`;
export const balanceId = (customerId: string): string => `balance#${customerId}`;

/** Takes the money, once. @throws Error when it was captured or refunded at the same time: ask again */
export async function capture(provider: Provider, order: OrderToPay): Promise<Captured> {
  const { orderId, customerId, amount } = order;
  const known = await find(provider, orderId);
  if (known?.status === "captured") return { captured: true };
  if (known) return { captured: false, reason: "the order was cancelled" };
  const made: Capture = { id: captureId(orderId), status: "captured", customerId, amount };
  try {
    await transact([
      provider.putting({ Item: { ...made }, ...ifAbsent("id") }),
      provider.updating({
        Key: { id: balanceId(customerId) },
        UpdateExpression: "ADD balance :taken",
        ConditionExpression: "balance >= :amount",
        ExpressionAttributeValues: { ":taken": -amount, ":amount": amount },
      }),
    ]);
    return { captured: true };
  } catch (error) {
    const failed = failedConditions(error);
    if (failed.includes(0) || !failed.includes(1)) throw error;
    return { captured: false, reason: "the balance is too small" };
  }
}

/** Gives the money back, once; what was not captured never will be. */
export async function refund(provider: Provider, orderId: string): Promise<void> {
  const known = await find(provider, orderId);
  if (known === undefined) {
    const made: Capture = { id: captureId(orderId), status: "void" };
    await provider.put({ Item: { ...made }, ...ifAbsent("id") });
    return;
  }
  if (known.status !== "captured") return;
  const refunded: Capture = { ...known, status: "refunded" };
  await transact([
    provider.putting({ Item: { ...refunded }, ...ifStill(known.status) }),
    provider.updating({
      Key: { id: balanceId(known.customerId ?? "") },
      UpdateExpression: "ADD balance :given",
      ExpressionAttributeValues: { ":given": known.amount ?? 0 },
    }),
  ]);
}

function find(provider: Provider, orderId: string): Promise<Capture | undefined> {
  return provider.get<Capture>({ Key: { id: captureId(orderId) }, ConsistentRead: true });
}
