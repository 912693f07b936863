import { describe, expect, test } from "@jest/globals";
import { Testing } from "cdktf";
import { loadZone } from "../../../declaration/load";
import { sliceOf } from "../../../declaration/slice/slice-of";
import { stacksOf } from "../../../declaration/stacks";
import { createStack } from "../../../stack/create-stack";
import { codeLeftOut } from "../../../workloads/bundle/code-of";
import { buildService } from "../../../workloads/service-stack";
import { defineService, saga, type ServiceDefinition, stateMachine } from "../../../workloads/service-definition";
import { withoutBus } from "../../../workloads/events/without-bus";
import { checkOffers } from "../../../workloads/state-machine/check-offers";
import { checkStateMachines } from "../../../workloads/state-machine/check-state-machines";
import type { Placement } from "../../../workloads/microservice/placement";
import { withIds } from "../../fixtures/ids";
import { services } from "./shop";

const zone = withIds(loadZone("zone"));

type Attributes = Readonly<Record<string, string>>;
interface Statement {
  readonly Sid: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition: Readonly<Record<string, unknown>>;
  readonly Principal: Readonly<Record<string, unknown>>;
}

function resourcesOf(id: string): Readonly<Record<string, Readonly<Record<string, Attributes>>>> {
  const spec = stacksOf(zone).find((each) => each.id === id);
  if (!spec) throw new Error(`no stack ${id}`);
  const slice = sliceOf(zone, spec);
  const stack = createStack(Testing.app({ context: { [codeLeftOut]: true } }), slice.zone, slice.spec);
  buildService(stack, slice.zone, slice.spec);
  return (JSON.parse(Testing.synth(stack)) as { resource: ReturnType<typeof resourcesOf> }).resource;
}

const statements = (text: string | undefined): readonly Statement[] =>
  (JSON.parse(text ?? "{}") as { Statement: readonly Statement[] }).Statement;

const orders = resourcesOf("orders-prod-orders");
const payments = resourcesOf("payments-prod-payments");
const accountOf = (account: string): string => zone.ids.get(`account/${account}`);
const paymentsAccount = accountOf("payments-prod");

interface Task {
  readonly Resource: string;
  readonly Parameters: Readonly<Record<string, string>>;
  readonly Credentials?: Readonly<Record<string, string>>;
  readonly Retry: readonly object[];
  readonly Catch?: readonly { readonly Next: string }[];
  readonly TimeoutSeconds: number;
  readonly Next?: string;
}

describe("a state machine of a service", () => {
  const { definition = "", ...machine } = orders["aws_sfn_state_machine"]?.["purchase"] ?? {};
  const { States } = JSON.parse(definition) as { States: Readonly<Record<string, Task>> };

  test("calls functions of its own account itself, and those of another by the role that offers them", () => {
    expect(States["CreateOrder"]?.Credentials).toBeUndefined();
    expect(States["ProcessPayment"]).toMatchObject({
      Resource: "arn:aws:states:::lambda:invoke",
      Parameters: { FunctionName: `arn:aws:lambda:eu-west-1:${paymentsAccount}:function:payments-takePayment` },
      Credentials: { RoleArn: `arn:aws:iam::${paymentsAccount}:role/service/payments-takePayment_offer` },
      TimeoutSeconds: 15,
    });
  });

  test("may invoke what it calls, take on what offers it, park, and nothing else of anybody's", () => {
    const policy = statements(orders["aws_iam_role_policy"]?.["purchase_states"]?.["policy"]);
    const of = (sid: string): Statement | undefined => policy.find(({ Sid }) => Sid === sid);
    expect(policy.map(({ Sid }) => Sid)).toEqual(["CallFunctions", "CallOffers", "Park", "DeliverLogs", "OwnTraces"]);
    expect(of("CallFunctions")?.Resource).toEqual(
      ["openOrder", "cancelOrder", "completeOrder"].map(
        (name) => `arn:aws:lambda:eu-west-1:${accountOf("orders-prod")}:function:orders-${name}`,
      ),
    );
    expect(of("CallOffers")?.Resource).toHaveLength(6);
    expect(of("Park")?.Resource).toMatch(/:orders-purchase_parked$/);
  });

  test("is logged without data, traced, and watched by the owner", () => {
    expect(machine).toMatchObject({
      type: "STANDARD",
      logging_configuration: { level: "ALL", include_execution_data: false },
      tracing_configuration: { enabled: true },
    });
    const alarms = Object.values(orders["aws_cloudwatch_metric_alarm"] ?? {}).map((alarm) => alarm["metric_name"]);
    expect(alarms).toEqual(expect.arrayContaining(["ExecutionsFailed", "ExecutionsTimedOut"]));
    expect(orders["aws_cloudwatch_metric_alarm"]?.["purchase-parked"]).toBeDefined();
    expect(orders["aws_cloudwatch_dashboard"]?.["dashboard"]?.["dashboard_body"]).toContain("Executions");
  });
});

describe("an offer", () => {
  test("is taken on by state machines of the services it is for, in accounts of the same bus, and invokes one function", () => {
    const trust = statements(payments["aws_iam_role"]?.["takePayment_offer"]?.["assume_role_policy"]);
    const caller = accountOf("orders-prod");
    expect(trust).toEqual([
      {
        Sid: "StateMachinesOfOrders",
        Effect: "Allow",
        Principal: { AWS: [`arn:aws:iam::${caller}:root`] },
        Action: "sts:AssumeRole",
        Condition: { ArnLike: { "aws:PrincipalArn": [`arn:aws:iam::${caller}:role/service/orders-*_states`] } },
      },
    ]);
    expect(statements(payments["aws_iam_role_policy"]?.["takePayment_offer"]?.["policy"])).toMatchObject([
      {
        Action: "lambda:InvokeFunction",
        Resource: `arn:aws:lambda:eu-west-1:${paymentsAccount}:function:payments-takePayment`,
      },
    ]);
  });
});

test("a service that can do without events has none of them in an account without an event bus", () => {
  const { orders, payments } = services;
  if (!orders || !payments) throw new Error("no services");
  const alone = {} as Placement;
  const without = withoutBus(payments, alone);
  expect([without.events, Object.keys(without.consumers ?? {})]).toEqual([undefined, []]);
  expect(withoutBus(orders, alone)).toBe(orders);
  expect(withoutBus(payments, { central: { arn: "arn", accountId: "1" } } as Placement)).toBe(payments);
});

describe("what is refused", () => {
  const at = { name: "notes", contract: "openapi.yaml", handlers: "handlers", tables: {} } as const;
  const alone = { peers: { payments: ["1"], mails: ["1", "2"] } } as unknown as Placement;
  const calling = (call: `${string}/${string}`): ServiceDefinition =>
    defineService({
      ...at,
      operations: {},
      stateMachines: { note: saga({ steps: [{ name: "Note", do: call, undo: null }] }) },
    });

  test("are calls of what is not there, not offered, or offered to others", () => {
    expect(() => checkStateMachines(calling("payment/take"), alone)).toThrow(
      /no account .* has the service payment.*payments/,
    );
    expect(() => checkStateMachines(calling("mails/send"), alone)).toThrow(
      "2 accounts on the same event bus have mails",
    );
    expect(() => checkOffers([...Object.values(services), calling("payments/takePaiment")])).toThrow("takePayment");
    expect(() => checkOffers([...Object.values(services), calling("payments/takePayment")])).toThrow("orders");
    expect(() => checkOffers(Object.values(services))).not.toThrow();
  });

  test("does not compile where the definition names it", () => {
    const tasks = { write: { uses: [] } };
    const wipe = { note: saga({ steps: [{ name: "A", do: "wipe", undo: null }] }) };
    // @ts-expect-error no task or offer of the service
    defineService({ ...at, operations: {}, tasks, stateMachines: wipe });
    // @ts-expect-error no state machine of the service
    defineService({ ...at, operations: { note: { uses: [stateMachine.start("nothing")] } } });
    expect(() =>
      saga({
        steps: [
          { name: "A", do: "a", final: true },
          { name: "B", do: "b" },
        ],
      }),
    ).toThrow("final");
    expect(() => saga({ steps: [{ name: "A", do: "a" }] })).toThrow("nothing is said to take back A");
  });
});
