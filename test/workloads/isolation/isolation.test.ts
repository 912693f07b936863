import { describe, expect, test } from "@jest/globals";
import { shopOrders } from "../../fixtures/shop/services/orders/service";
import { waysToDeclare, waysTried } from "./archive";
import { declaredOf, homeOf } from "./declared";
import { isolation } from "./matrix";
import { type Attributes, type Resource, resourcesOf } from "./resources";
import { shopOfEvents, zonesWithServices } from "./zones";

const shop = shopOfEvents();

describe("isolation", () => {
  test("no function of any zone may do what it does not declare, and each may do what it declares", () => {
    const started = process.cpuUsage();
    const matrices = [...zonesWithServices(), shop].map((zone) => ({ name: zone.name, ...isolation(zone) }));
    const sum = (figure: "functions" | "things" | "decisions" | "allowed"): number =>
      matrices.reduce((total, matrix) => total + matrix[figure], 0);
    const { user, system } = process.cpuUsage(started);
    console.log(
      `${sum("functions")} functions and ${sum("things")} resources in ${matrices.length} zones: ${sum("decisions")} decisions, ` +
        `${sum("allowed")} allowed, ${((user + system) / 1e6).toFixed(1)} CPU s`,
    );
    expect(matrices.flatMap(({ name, wrong }) => wrong.map((each) => `${name}: ${each}`))).toEqual([]);
    expect(matrices.map(({ name }) => name)).toEqual(["sample", "birch", "everything", "minimal", "shop"]);
    expect(sum("functions")).toBeGreaterThanOrEqual(50);
    expect(sum("decisions")).toBeGreaterThan(100_000);
  });

  test("every way to declare a use of a service's own resources is tried", () => {
    expect([...waysTried].sort()).toEqual([...waysToDeclare].sort());
  });
});

describe("a twin is found out", () => {
  const resources = resourcesOf(shop);
  const stack = "orders-live-orders";
  const account = shop.zone.ids.get("account/orders-live");
  const table = (name: string): string => `arn:aws:dynamodb:eu-west-1:${account}:table/${name}`;
  type Statement = Readonly<Record<string, unknown>> & { readonly Sid: string };

  /** The shop with one resource of `orders` in its live account otherwise. */
  const otherwise = (address: string, change: (attributes: Attributes) => Attributes): readonly Resource[] => {
    expect(resources.filter((each) => each.stack === stack && each.address === address)).toHaveLength(1);
    return resources.map((each) =>
      each.stack === stack && each.address === address ? { ...each, attributes: change(each.attributes) } : each,
    );
  };
  const withStatements = (
    id: string,
    change: (statements: readonly Statement[]) => readonly object[],
  ): readonly Resource[] =>
    otherwise(`aws_iam_role_policy.${id}`, (attributes) => {
      const document: { readonly Statement: readonly Statement[] } = JSON.parse(String(attributes["policy"]));
      return { ...attributes, policy: JSON.stringify({ ...document, Statement: change(document.Statement) }) };
    });
  const changed =
    (sid: string, more: object) =>
    (statements: readonly Statement[]): readonly object[] =>
      statements.map((each) => (each.Sid === sid ? { ...each, ...more } : each));
  const services = new Map([...shop.services].filter(([id]) => id === stack || id === "fulfilment-live-fulfilment"));
  const wrong = (twin: readonly Resource[]): readonly string[] => isolation({ ...shop, services }, twin).wrong;

  test.each<[string, object, string, string]>([
    ["any resource", { Resource: "*" }, "PutItem", "orders-customers"],
    ["any resource, whatever there will be", { Resource: "*" }, "PutItem", "orders-stranger"],
    ["whatever begins like its own", { Resource: table("orders-*") }, "PutItem", "orders-customers"],
    [
      "the next table",
      { Resource: [table("orders-orders"), table("orders-customers")] },
      "PutItem",
      "orders-customers",
    ],
    ["every action", { Action: "dynamodb:*" }, "Scan", "orders-orders"],
    ["one action more", { Action: ["dynamodb:PutItem", "dynamodb:GetItem"] }, "GetItem", "orders-orders"],
  ])("a role of %s", (_what, more, action, name) => {
    const twin = withStatements("recordPurchase", changed("TableOrders", more));
    expect(wrong(twin)).toContain(
      `${stack}: orders-recordPurchase may dynamodb:${action} on ${table(name)}, which it does not declare`,
    );
  });

  test.each([
    ["without a condition", {}, "stranger/Stranger"],
    ["of another service", { "events:source": "fulfilment" }, "fulfilment/StockReserved"],
  ])("a role that may put events %s, though the central bus does not take them", (_what, equal, event) => {
    const twin = withStatements("announce", changed("PublishEvents", { Condition: { StringEquals: equal } }));
    const hub = shop.zone.ids.get("account/hub");
    expect(wrong(twin)).toContain(
      `${stack}: orders-announce is granted, though it is kept out there, events:PutEvents of ${event} on ` +
        `arn:aws:events:eu-west-1:${hub}:event-bus/landfall-live, which it does not declare`,
    );
  });

  test("a central bus that does not take what a function may put", () => {
    const twin = resources.filter(({ type }) => type !== "aws_cloudwatch_event_bus_policy");
    expect(wrong(twin)).toContainEqual(
      expect.stringMatching(
        /^orders-live-orders: orders-announce may not events:PutEvents of orders\/OrderPurchased on /,
      ),
    );
  });

  test("a permission that is missing", () => {
    const twin = withStatements("recordPurchase", (statements) =>
      statements.filter(({ Sid }) => Sid !== "TableOutbox"),
    );
    expect(wrong(twin)).toEqual([
      `${stack}: orders-recordPurchase may not dynamodb:PutItem on ${table("orders-outbox")}, which it declares`,
    ]);
  });

  test("a permission that the boundary takes away", () => {
    const twin = resources.map((each) =>
      each.type === "aws_iam_policy" && each.account === account
        ? { ...each, attributes: { ...each.attributes, policy: allow({ Action: "logs:*", Resource: "*" }) } }
        : each,
    );
    expect(wrong(twin)).toContain(
      `${stack}: orders-recordPurchase may not dynamodb:PutItem on ${table("orders-orders")}, which it declares`,
    );
  });

  test("a thing that lets a function in which does not declare it", () => {
    const role = `arn:aws:iam::${account}:role/service/orders-recordPurchase`;
    const twin = otherwise("aws_sqs_queue.project", (attributes) => ({
      ...attributes,
      policy: allow({ Principal: { AWS: role }, Action: "sqs:PurgeQueue", Resource: "*" }),
    }));
    expect(wrong(twin)).toEqual([
      `${stack}: orders-recordPurchase may sqs:PurgeQueue on arn:aws:sqs:eu-west-1:${account}:orders-project, which it does not declare`,
    ]);
  });

  test("a grant on what is not there", () => {
    const twin = withStatements("recordPurchase", (statements) => [
      ...statements,
      { Effect: "Allow", Action: "dynamodb:GetItem", Resource: table("gone") },
    ]);
    expect(wrong(twin)).toEqual([
      `${stack}: orders-recordPurchase is granted something on ${table("gone")}, which is not there`,
    ]);
  });

  test("a grant of a service that nothing is asked about", () => {
    const twin = withStatements("recordPurchase", changed("OwnTraces", { Action: ["iot:Publish"] }));
    expect(wrong(twin)).toContainEqual(
      expect.stringContaining(
        "orders-recordPurchase is granted iot:Publish, and the isolation test asks about nothing of that service",
      ),
    );
  });

  test("a resource of a kind that nobody knows", () => {
    const thing: Resource = {
      ...{ stack, account, region: "eu-west-1", partition: "aws" },
      ...{ type: "aws_iot_thing", address: "aws_iot_thing.clicks", attributes: { name: "clicks" } },
    };
    expect(wrong([...resources, thing])).toEqual([
      expect.stringContaining(`${stack} has aws_iot_thing.clicks, and nobody said what the ARN of aws_iot_thing is`),
    ]);
  });

  test("a function that nobody declares, and one that is not built", () => {
    const { recordPurchase, ...operations } = shopOrders.operations;
    const renamed = { ...shopOrders, operations: { ...operations, forgetPurchase: recordPurchase } };
    expect(isolation({ ...shop, services: new Map([[stack, renamed]]) }).wrong).toEqual([
      `${stack}: orders-recordPurchase is declared nowhere`,
      `${stack}: orders-forgetPurchase is not built`,
    ]);
  });

  test("a use of a kind that nobody knows", () => {
    const use = { kind: "satellite", name: "one", actions: ["Listen"] };
    expect(() => declaredOf(homeOf(shop.zone, "orders-live", shopOrders), { id: "listen", uses: [use] })).toThrow(
      "orders: listen has a use of kind satellite, and nobody said what that lets a function do",
    );
  });
});

const allow = (more: object): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...more }] });
