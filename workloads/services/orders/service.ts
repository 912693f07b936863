import { join } from "node:path";
import type { Events } from "../../../events/types";
import {
  bus,
  defineService,
  outbox,
  queue,
  secret,
  stateMachine,
  stream,
  subscription,
  table,
  typedBy,
} from "../../service-definition";
import { purchase } from "./purchase/steps";

const purchased = outbox("outbox", { announcedBy: "announce", publishing: bus.publish("OrderPurchased.v1") });
const placed = outbox("purchaseOutbox", { announcedBy: "announcePlaced", publishing: bus.publish("OrderPlaced.v1") });

/** Orders that customers place, and those that the payment provider's checkout sold. It tells of each purchase by an outbox. */
export const orders = defineService({
  name: "orders",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  api: { edgeValidation: true, sendTo: { receivePaymentEvent: "paymentEvents" } },
  tables: {
    orders: { partitionKey: "partition", sortKey: "id", expiresAt: "expiresAt", stream: true },
    ...purchased.tables,
    purchases: { partitionKey: "orderId" },
    ...placed.tables,
  },
  queues: {
    confirmations: {},
    paymentEvents: {},
  },
  secrets: {
    paymentProvider: { description: "Keys that the payment provider signs with, separated by white space" },
  },
  events: {
    types: typedBy<Events>(),
    publishes: ["OrderPurchased.v1", "OrderPlaced.v1"],
    subscribes: {
      cancelUnpaid: ["payments/PaymentRefused.v1", "payments/PaymentRefunded.v1"],
      completeShipped: ["fulfilment/OrderShipped.v1"],
    },
  },
  operations: {
    createOrder: { uses: [table.put("orders"), table.get("orders")] },
    getOrder: { uses: [table.get("orders")] },
    listOrders: { uses: [table.query("orders")] },
    putPurchase: {
      uses: [stateMachine.start("purchase"), table.get("purchases"), table.put("purchases"), placed.tells],
    },
    getPurchase: { uses: [table.get("purchases")] },
  },
  consumers: {
    requestConfirmation: { from: stream("orders", "INSERT"), key: "id", uses: [queue.send("confirmations")] },
    confirmOrder: { from: queue("confirmations"), key: "body.orderId", uses: [table.update("orders")] },
    recordPayment: {
      from: queue("paymentEvents", "text"),
      // What is told twice is two messages: the table's condition tells them apart, after the signature.
      key: "id",
      uses: [
        secret.read("paymentProvider"),
        queue.park("paymentEvents"),
        table.put("orders"),
        table.update("orders"),
        purchased.tells,
      ],
    },
    ...purchased.consumers,
    ...placed.consumers,
    cancelUnpaid: { from: subscription("cancelUnpaid"), uses: [table.get("purchases"), table.put("purchases")] },
    completeShipped: { from: subscription("completeShipped"), uses: [table.get("purchases"), table.put("purchases")] },
  },
  tasks: {
    openOrder: { uses: [table.get("purchases"), table.put("purchases")] },
    cancelOrder: { uses: [table.get("purchases"), table.put("purchases")] },
    completeOrder: { uses: [table.get("purchases"), table.put("purchases")] },
  },
  stateMachines: { purchase },
});
