import { afterEach, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { logger } from "../../../workloads/runtime/telemetry";
import type { Placement } from "../../../workloads/microservice/placement";
import { cancelShipment } from "../../../workloads/services/fulfilment/handlers/cancelShipment";
import { createShipment } from "../../../workloads/services/fulfilment/handlers/createShipment";
import { releaseInventory } from "../../../workloads/services/fulfilment/handlers/releaseInventory";
import { reserveInventory } from "../../../workloads/services/fulfilment/handlers/reserveInventory";
import { cancelOrder } from "../../../workloads/services/orders/handlers/cancelOrder";
import { completeOrder } from "../../../workloads/services/orders/handlers/completeOrder";
import { openOrder } from "../../../workloads/services/orders/handlers/openOrder";
import { purchase, purchaseSteps } from "../../../workloads/services/orders/purchase/steps";
import { refundPayment } from "../../../workloads/services/payments/handlers/refundPayment";
import { takePayment } from "../../../workloads/services/payments/handlers/takePayment";
import type { StateMachineDefinition } from "../../../workloads/state-machine/definition";
import { saga, type Step } from "../../../workloads/state-machine/saga";
import { statesLanguage } from "../../../workloads/state-machine/states-language";
import { type Fault, faultsAt, faulty } from "./faults";
import { type AskedTask, type Ended, runExecutions } from "./interpreter";
import { available, openShop, type Order, order, services, tablesFor, type Trouble } from "./shop";

const placement = {
  partition: "aws",
  region: "eu-west-1",
  accountId: "111111111111",
  rolePath: "/service/",
  peers: { payments: ["222222222222"], fulfilment: ["333333333333"] },
} as unknown as Placement;

const handlers = {
  openOrder,
  cancelOrder,
  completeOrder,
  takePayment,
  refundPayment,
  reserveInventory,
  releaseInventory,
  createShipment,
  cancelShipment,
} as const;
const steps = ["openOrder", "takePayment", "reserveInventory", "createShipment"] as const;
const undos = ["cancelOrder", "refundPayment", "releaseInventory", "cancelShipment"] as const;

interface Case {
  readonly order: Order;
  readonly faults: readonly Fault[];
  readonly expected: "completed" | "cancelled" | "parked";
}

const all: Case[] = [];
function add(expected: Case["expected"], faults: readonly Fault[] = [], trouble: Trouble = "none"): void {
  all.push({ order: order(`${all.length}`, trouble), faults, expected });
}

add("completed");
for (const at of steps)
  for (const fault of faultsAt(at, ["before", "after", "late"]))
    add(fault.lasting === "transient" ? "completed" : "cancelled", [fault]);
for (const fault of faultsAt("completeOrder")) add(fault.lasting === "transient" ? "completed" : "parked", [fault]);
for (const [last, at] of steps.entries())
  for (const when of ["before", "after", "late"] as const)
    for (const undo of undos.slice(0, last + 1))
      for (const fault of faultsAt(undo))
        add(fault.lasting === "transient" ? "cancelled" : "parked", [{ at, when, lasting: "permanent" }, fault]);
for (const [trouble, taken] of [
  ["poor", 1],
  ["short", 2],
  ["large", 3],
] as const) {
  add("cancelled", [], trouble);
  for (const undo of undos.slice(0, taken))
    for (const fault of faultsAt(undo)) add(fault.lasting === "transient" ? "cancelled" : "parked", [fault], trouble);
}

/** Every case at once, through the state machine; then what is parked again, after everything is mended. */
async function runTable(definition: StateMachineDefinition, cases: readonly Case[]) {
  const shop = openShop();
  const faults = faulty(new Map(cases.map((each) => [each.order.orderId, each.faults])));
  for (const each of cases) shop.stockUp(each.order);
  const parked = new Map<string, { readonly resume: string }>();
  const access = new Map(
    Object.values(services).flatMap((service) =>
      Object.keys({ ...service.tasks, ...service.offers }).map((name) => [name, { tables: tablesFor(service, name) }]),
    ),
  );
  const perform = ({ resource, parameters }: AskedTask): Promise<unknown> => {
    if (resource.endsWith("sqs:sendMessage")) {
      const body = parameters["MessageBody"] as Order & { readonly resume: string };
      parked.set(body.orderId, body);
      return Promise.resolve();
    }
    const name = String(parameters["FunctionName"]).split("-").pop() as keyof typeof handlers;
    const handle = handlers[name] as (input: unknown, access: unknown) => Promise<unknown>;
    const input = parameters["Payload"] as Order;
    return faults.run(name, input.orderId, async () => {
      const Payload = (await handle(input, access.get(name))) ?? null;
      return { StatusCode: 200, Payload };
    });
  };
  const language = statesLanguage(placement, "orders", "purchase", definition);
  const inputs = cases.map((each) => ({ name: each.order.orderId, input: each.order }));
  const first = await runExecutions(language, inputs, perform);
  await faults.arrive();
  const ends = new Map(first.map((ended): [string, string] => [ended.name, endOf(ended, shop.state(byName(ended)))]));
  faults.mend();
  const messages = [...parked].map(([name, input]) => ({ name: `${name}-again`, input }));
  const again = messages.length === 0 ? [] : await runExecutions(language, messages, perform);
  return { ends, parked, again, shop, first };
}

function byName({ name }: { readonly name: string }): Order {
  const found = all[Number(name.replace("-again", ""))];
  if (!found) throw new Error(`no case ${name}`);
  return found.order;
}

function endOf({ status, error, output }: Ended, state: string): string {
  if (status === "FAILED") return error === "Parked" ? "parked" : `failed: ${error ?? ""}`;
  const { outcome } = JSON.parse(output ?? "{}") as { outcome?: string };
  const said = outcome === "done" ? "completed" : outcome === "undone" ? "cancelled" : String(outcome);
  return said === state ? state : `${said}, but ${state}`;
}

const described = ({ order: { items }, faults }: Case): string => {
  const pieces = items[0]?.quantity ?? 0;
  const what = pieces > available ? "short" : pieces > 50 ? "too large" : "";
  return [what, ...faults.map(({ at, when, lasting }) => `${at} ${when} ${lasting}`)].join(" ");
};

beforeAll(() => logger.setLogLevel("SILENT"));
afterEach(() => {
  jest.restoreAllMocks();
});

describe("a purchase that a state machine conducts", () => {
  test("ends paid and shipped, cancelled and refunded, or parked, whatever fails; and what is parked ends so too when it is mended", async () => {
    const { ends, parked, again, shop } = await runTable(purchase, all);
    const wrong = all.flatMap((each) => {
      const end = ends.get(each.order.orderId);
      return end === each.expected
        ? []
        : [`${each.order.orderId} ${described(each)}: ${end ?? ""}, not ${each.expected}`];
    });
    expect(wrong).toEqual([]);
    expect([...parked.keys()].sort()).toEqual(
      all.flatMap((each) => (each.expected === "parked" ? [each.order.orderId] : [])).sort(),
    );
    expect(again.map((ended) => endOf(ended, shop.state(byName(ended)))).filter((end) => end === "parked")).toEqual([]);
    expect(all.map((each) => shop.state(each.order)).filter((state) => state.startsWith("inconsistent"))).toEqual([]);
    console.log(`${all.length} cases, ${parked.size} parked`);
  }, 120_000);

  test("without compensations it ends half done", async () => {
    const kept: readonly Step[] = purchaseSteps.map((step: Step) =>
      step.final === true ? step : { ...step, undo: null },
    );
    const [head, ...rest] = kept;
    const failing = all.filter(({ faults, expected }) => faults.length === 1 && expected === "cancelled").slice(0, 12);
    if (head === undefined) throw new Error("no steps");
    const { first, shop } = await runTable(saga({ steps: [head, ...rest] }), failing);
    const halfDone = first.filter((ended) => shop.state(byName(ended)).startsWith("inconsistent"));
    expect(halfDone.length).toBeGreaterThan(failing.length / 2);
  }, 120_000);
});
