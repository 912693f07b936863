import type { OrdersOrderPurchasedV1 } from "../../../events/types";

/** What is known of the receipt of one order. */
export interface Receipt {
  readonly orderId: string;
  readonly customerId: string;
  /**
   * `sending` from before SES is asked until it answered: one that stays so was sent, or was not. `refused`: SES said no, and is asked again.
   * `noAddress`: the customer wanted none.
   */
  readonly status: "sending" | "refused" | "sent" | "noAddress";
  /** How often SES was asked. */
  readonly attempts: number;
  readonly subject: string;
  readonly text: string;
  readonly messageId?: string;
  readonly sentAt?: string;
}

/** A mail's parts, but for whom it goes to. */
export interface RenderedReceipt {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The same for the same purchase: a receipt that is sent twice is twice the same. */
export function renderReceipt(purchase: OrdersOrderPurchasedV1): RenderedReceipt {
  const money = moneyIn(purchase.currency);
  const orderId = onOneLine(purchase.orderId);
  const items = purchase.items.map(({ sku, quantity, unitPrice }) => ({
    what: `${quantity} × ${onOneLine(sku)}`,
    each: money(unitPrice),
    sum: money(quantity * unitPrice),
  }));
  const total = money(purchase.total);
  const day = purchase.purchasedAt.slice(0, 10);
  return {
    subject: `Your receipt for order ${orderId}`,
    text: [
      `Thank you for your order ${orderId} of ${day}.`,
      "",
      ...items.map(({ what, each, sum }) => `${what} at ${each}: ${sum}`),
      "",
      `Total: ${total}`,
      "",
    ].join("\n"),
    html: [
      "<!doctype html>",
      `<html lang="en"><body>`,
      `<p>Thank you for your order <b>${escaped(orderId)}</b> of ${escaped(day)}.</p>`,
      "<table>",
      ...items.map(
        ({ what, each, sum }) =>
          `<tr><td>${escaped(what)}</td><td>${escaped(each)}</td><td align="right">${escaped(sum)}</td></tr>`,
      ),
      `<tr><th align="left" colspan="2">Total</th><th align="right">${escaped(total)}</th></tr>`,
      "</table>",
      "</body></html>",
      "",
    ].join("\n"),
  };
}

/** Amounts are in the currency's smallest unit, of which ISO 4217 says how many make one. */
function moneyIn(currency: string): (amount: number) => string {
  const format = new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "code" });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  // Intl sets a space that does not break, which text mails show as it pleases the reader's program.
  return (amount) => format.format(amount / 10 ** maximumFractionDigits).replace(/\u00a0/g, " ");
}

/** What comes from outside begins no new line of a mail, and no header. */
function onOneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML shows it, whatever is in it (OWASP, "Cross Site Scripting Prevention Cheat Sheet", output encoding for HTML contexts). */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
