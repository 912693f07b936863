import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { MessageRejected } from "@aws-sdk/client-sesv2";
import { describe, expect, test } from "@jest/globals";
import { event, events, MemoryStore, testConsumer, testMailbox, testOperation } from "../../../workloads/testing";
import { getReceipt } from "../../../workloads/services/notifications/handlers/getReceipt";
import { sendReceipt } from "../../../workloads/services/notifications/handlers/sendReceipt";
import { type Receipt, renderReceipt } from "../../../workloads/services/notifications/receipt";
import { notifications } from "../../../workloads/services/notifications/service";

type Access = Parameters<typeof sendReceipt>[1];
type Update = Parameters<Access["tables"]["receipts"]["update"]>[0];

const purchase = {
  orderId: "order-1",
  customerId: "ada",
  email: "ada@customers.example",
  currency: "EUR",
  items: [
    { sku: "tea", quantity: 2, unitPrice: 450 },
    { sku: "cup", quantity: 1, unitPrice: 1299 },
  ],
  total: 2199,
  purchasedAt: "2026-11-30T12:00:00Z",
};
const purchased = (id: string, data: object = purchase) => events(event("orders/OrderPurchased.v1", data, { id }));

/** As much of the table as the handler asks of it: one condition for a new item, one for another's changes. */
function receiptsTable() {
  const items = new Map<string, Receipt>();
  const update = ({ Key, ExpressionAttributeNames = {}, ExpressionAttributeValues: values = {}, ...input }: Update) => {
    const orderId = String(Key?.["orderId"]);
    const known = items.get(orderId);
    const isNew = input.ConditionExpression === "attribute_not_exists(orderId)";
    const holds = isNew
      ? known === undefined
      : known?.attempts === values[":before"] && known?.status !== values[":done"];
    if (!holds) return Promise.reject(new ConditionalCheckFailedException({ message: "no", $metadata: {} }));
    const said = Object.values(ExpressionAttributeNames).map((name) => [name, values[`:${name}`]] as const);
    items.set(orderId, { orderId, ...known, ...Object.fromEntries(said) } as Receipt);
    return Promise.resolve({ $metadata: {} });
  };
  const get = (input: { Key?: Readonly<Record<string, unknown>> | undefined }) =>
    Promise.resolve(items.get(String(input.Key?.["orderId"])));
  return { items, access: { get, update } as unknown as Access["tables"]["receipts"] };
}

function opened() {
  const { items, access } = receiptsTable();
  const mailbox = testMailbox();
  const given = { tables: { receipts: access }, queues: {}, buckets: {}, email: mailbox.email };
  /** A function that starts anew: what it handled before is known to the table alone. */
  const deliver = (store = new MemoryStore()) => testConsumer(notifications, "sendReceipt", sendReceipt, given, store);
  const read = testOperation(notifications, "getReceipt", getReceipt, {
    tables: { receipts: access },
    queues: {},
    buckets: {},
  });
  return { items, mailbox, deliver, read };
}

const failed = { batchItemFailures: [expect.anything()] };
const handled = { batchItemFailures: [] };

describe("a purchase", () => {
  test("is answered with one mail, which can be read about afterwards without the address", async () => {
    const { mailbox, deliver, read } = opened();
    expect(await deliver()(purchased("1"))).toEqual(handled);
    expect(mailbox.mails).toEqual([{ to: "ada@customers.example", ...renderReceipt(purchase) }]);
    const { status, body } = await read({ path: { orderId: "order-1" } });
    expect([status, body]).toMatchObject([200, { status: "sent", attempts: 1, messageId: expect.any(String) }]);
    expect(JSON.stringify(body)).not.toContain("ada@");
    expect(await read({ path: { orderId: "order-2" } })).toMatchObject({ status: 404 });
  });

  test("is not answered again when its event comes again, nor when another event tells of the order", async () => {
    const { mailbox, deliver } = opened();
    const store = new MemoryStore();
    await deliver(store)(purchased("1"));
    expect(await deliver(store)(purchased("1"))).toEqual(handled);
    expect(await deliver()(purchased("1"))).toEqual(handled);
    expect(await deliver()(purchased("2"))).toEqual(handled);
    expect(mailbox.mails).toHaveLength(1);
  });

  test("of which two events come at the same time is answered once: one of them comes again, and finds it sent", async () => {
    const { mailbox, deliver } = opened();
    const results = await Promise.all([deliver()(purchased("1")), deliver()(purchased("2"))]);
    expect(results).toEqual(expect.arrayContaining([handled, failed]));
    expect(await deliver()(purchased("2"))).toEqual(handled);
    expect(mailbox.mails).toHaveLength(1);
  });

  test("whose mail SES refuses is tried again, and sent once", async () => {
    const { items, mailbox, deliver } = opened();
    mailbox.failNext(new MessageRejected({ message: "no", $metadata: {} }));
    expect(await deliver()(purchased("1"))).toEqual(failed);
    expect(items.get("order-1")).toMatchObject({ status: "refused", attempts: 1 });
    expect(await deliver()(purchased("1"))).toEqual(handled);
    expect(mailbox.mails).toHaveLength(1);
  });

  test("whose mail went when the function was killed is told from one that did not: it stays `sending`, and goes again, the same", async () => {
    const { items, mailbox, deliver } = opened();
    mailbox.failNext(new Error("killed"), { sent: true });
    expect(await deliver()(purchased("1"))).toEqual(failed);
    expect(items.get("order-1")).toMatchObject({ status: "sending", attempts: 1 });
    expect(await deliver()(purchased("1"))).toEqual(handled);
    expect(items.get("order-1")).toMatchObject({ status: "sent", attempts: 2 });
    const [first, second, ...more] = mailbox.mails;
    expect([second, more]).toEqual([first, []]);
  });

  test("without an address has no mail, and that is known", async () => {
    const { items, mailbox, deliver } = opened();
    const unaddressed = Object.fromEntries(Object.entries(purchase).filter(([name]) => name !== "email"));
    expect(await deliver()(purchased("1", unaddressed))).toEqual(handled);
    expect(await deliver()(purchased("2", unaddressed))).toEqual(handled);
    expect([mailbox.mails, items.get("order-1")?.status]).toEqual([[], "noAddress"]);
  });
});

describe("a receipt", () => {
  test("says what was bought, as text and as HTML", () => {
    const { subject, text, html } = renderReceipt(purchase);
    expect(subject).toBe("Your receipt for order order-1");
    expect(text).toContain("2 × tea at EUR 4.50: EUR 9.00\n1 × cup at EUR 12.99: EUR 12.99\n\nTotal: EUR 21.99");
    expect(html).toContain("<td>2 × tea</td><td>EUR 4.50</td>");
  });

  test.each([
    ["JPY", "Total: JPY 2,199"],
    ["BHD", "Total: BHD 2.199"],
  ])("counts in what %s has", (currency, total) => {
    expect(renderReceipt({ ...purchase, currency }).text).toContain(total);
  });

  test("shows what comes from outside as text: no element, no header, no line of its own", () => {
    const evil = `<img src=x onerror="a('b')">&`;
    const { html, text, subject } = renderReceipt({
      ...purchase,
      orderId: "1\r\nBcc: eve@example.com",
      items: [{ sku: `${evil}\nTotal: EUR 0`, quantity: 1, unitPrice: 1 }],
    });
    expect(html).toContain("&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt;&amp;");
    expect(html).not.toContain("<img");
    expect(subject).toBe("Your receipt for order 1 Bcc: eve@example.com");
    expect(text).not.toMatch(/^(Bcc|Total: EUR 0)/m);
  });
});
