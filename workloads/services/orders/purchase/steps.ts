import { saga } from "../../../service-definition";

export const purchaseSteps = [
  { name: "CreateOrder", do: "openOrder", undo: "cancelOrder", refuses: ["OrderCancelled"] },
  { name: "ProcessPayment", do: "payments/takePayment", undo: "payments/refundPayment", refuses: ["PaymentRefused"] },
  {
    name: "ReserveInventory",
    do: "fulfilment/reserveInventory",
    undo: "fulfilment/releaseInventory",
    refuses: ["StockShort"],
  },
  {
    name: "CreateShipment",
    do: "fulfilment/createShipment",
    undo: "fulfilment/cancelShipment",
    refuses: ["ShipmentRefused"],
  },
  { name: "CompleteOrder", do: "completeOrder", final: true },
] as const;

/** The purchase as a state machine conducts it, across three accounts. */
export const purchase = saga({ steps: purchaseSteps });
