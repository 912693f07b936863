import { describe, expect, test } from "@jest/globals";
import { loadZone } from "../../declaration/load";
import type { LandingZone } from "../../declaration/model";
import { loadContract } from "../../workloads/contract/load-contract";
import { buildService } from "../../workloads/service-stack";
import { serviceNamed } from "../../workloads/services";
import { buildStack, type BuiltStack } from "../fixtures/built-stack";
import { withIds } from "../fixtures/ids";

const zone = withIds(loadZone("zone"));

function serviceStack(of: LandingZone = zone, id = "orders-dev-orders"): BuiltStack {
  return buildStack(of, (spec) => spec.id === id, buildService);
}

const stack = serviceStack();
const account = zone.ids.get("account/orders-dev");
const tableArn = `arn:aws:dynamodb:eu-west-1:${account}:table/orders-orders`;

function policyOf(operation: string): unknown {
  return JSON.parse(String(stack.at(`aws_iam_role_policy.${operation}`)["policy"]));
}

const valuesOf =
  (of: BuiltStack) =>
  (type: string, attribute: string): unknown[] =>
    [...of.ofType(type).values()].map((attributes) => attributes[attribute]);
const values = valuesOf(stack);

describe("the role of an operation", () => {
  test.each([
    ["createOrder", ["dynamodb:GetItem", "dynamodb:PutItem"]],
    ["getOrder", ["dynamodb:GetItem"]],
    ["listOrders", ["dynamodb:Query"]],
  ])("%s may do %j on its table, write its own log and its traces, and nothing else", (operation, actions) => {
    expect(policyOf(operation)).toEqual({
      Version: "2012-10-17",
      Statement: [
        { Sid: "TableOrders", Effect: "Allow", Action: actions, Resource: tableArn },
        {
          Sid: "OwnLogs",
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: `arn:aws:logs:eu-west-1:${account}:log-group:/aws/lambda/orders-${operation}:*`,
        },
        {
          Sid: "OwnTraces",
          Effect: "Allow",
          Action: ["xray:PutTelemetryRecords", "xray:PutTraceSegments"],
          Resource: "*",
        },
      ],
    });
  });

  test("lies under the service path and the account's boundary, and only Lambda may take it; a state machine's, only Step Functions", () => {
    const gateways = ["receivePaymentEvent", "api-logs"];
    for (const [name, role] of stack.ofType("aws_iam_role")) {
      if (gateways.includes(name)) continue;
      expect(role["path"]).toBe("/service/");
      expect(role["permissions_boundary"]).toBe(`arn:aws:iam::${account}:policy/landfall-service-boundary`);
      const service = name === "purchase_states" ? "states.amazonaws.com" : "lambda.amazonaws.com";
      expect(JSON.parse(String(role["assume_role_policy"]))).toMatchObject({
        Statement: [{ Principal: { Service: service }, Action: "sts:AssumeRole" }],
      });
    }
  });

  test("is the operation's own", () => {
    const roles = values("aws_lambda_function", "role");
    expect(new Set(roles).size).toBe(roles.length);
    expect(roles).toContain("${aws_iam_role.getOrder.arn}");
  });
});

describe("an HTTP API", () => {
  const contract = loadContract(serviceNamed("fulfilment").contract);
  const stack = serviceStack(zone, "fulfilment-prod-fulfilment");
  const values = valuesOf(stack);

  test("has the contract's routes, and an ANY route a path that answers every other method", () => {
    const routes = values("aws_apigatewayv2_route", "route_key");
    expect(new Set(routes)).toEqual(
      new Set([
        ...contract.operations.map(({ method, path }) => `${method} ${path}`),
        "ANY /shipments/{orderId}",
        "ANY /stock/{sku}",
      ]),
    );
  });

  test("imports no document and has no address but its own domain", () => {
    const api = stack.at("aws_apigatewayv2_api.api");
    expect(api).not.toHaveProperty("body");
    expect(api["disable_execute_api_endpoint"]).toBe(true);
    expect(stack.at("aws_apigatewayv2_domain_name.domain")).toMatchObject({
      domain_name: "fulfilment-prod.services.acme.example",
      domain_name_configuration: { endpoint_type: "REGIONAL", security_policy: "TLS_1_2" },
    });
  });

  test("may invoke each function for that function's path alone", () => {
    expect(stack.at("aws_lambda_permission.getShipment")).toMatchObject({
      principal: "apigateway.amazonaws.com",
      source_arn: "${aws_apigatewayv2_api.api.execution_arn}/*/*/shipments/{orderId}",
    });
  });

  test("waits longer for a function than the function may take", () => {
    const timeouts = contract.operations.map(
      ({ id }) => Number(stack.at(`aws_lambda_function.${id}`)["timeout"]) * 1000,
    );
    for (const integration of values("aws_apigatewayv2_integration", "timeout_milliseconds")) {
      expect(Math.max(...timeouts)).toBeLessThan(Number(integration));
    }
  });

  test("logs and throttles as the account's settings say", () => {
    expect(stack.at("aws_apigatewayv2_stage.default")).toMatchObject({
      name: "$default",
      auto_deploy: true,
      access_log_settings: { destination_arn: "${aws_cloudwatch_log_group.access-logs.arn}" },
      default_route_settings: { throttling_burst_limit: 200, throttling_rate_limit: 100 },
    });
  });

  test("has a certificate validated by a record in the account's own zone", () => {
    const zoneIds = values("aws_route53_record", "zone_id");
    expect(new Set(zoneIds)).toEqual(new Set([zone.ids.get("hosted-zone/fulfilment-prod")]));
    expect(stack.at("aws_acm_certificate.domain")["domain_name"]).toBe("fulfilment-prod.services.acme.example");
  });
});

describe("a function", () => {
  test("runs traced on ARM with the account's settings and is told only of the tables it uses", () => {
    expect(stack.at("aws_lambda_function.getOrder")).toMatchObject({
      function_name: "orders-getOrder",
      runtime: "nodejs22.x",
      architectures: ["arm64"],
      handler: "index.handler",
      memory_size: 256,
      tracing_config: { mode: "Active" },
      logging_config: { log_format: "JSON", log_group: "${aws_cloudwatch_log_group.getOrder.name}" },
      environment: { variables: { ORDERS_TABLE: "orders-orders", POWERTOOLS_SERVICE_NAME: "orders" } },
    });
  });

  test("comes from a file beside the stack, at a path that only its content decides", () => {
    for (const filename of values("aws_lambda_function", "filename")) {
      expect(filename).toMatch(/^assets\/\w+\/[0-9a-f]{32}\/function\.zip$/);
    }
  });

  test("has a log group of its own, with retention", () => {
    for (const group of stack.ofType("aws_cloudwatch_log_group").values()) {
      expect(group["retention_in_days"]).toBe(30);
    }
    expect(values("aws_cloudwatch_log_group", "name")).toContain("/aws/lambda/orders-getOrder");
  });
});

describe("the table", () => {
  test("is on demand, encrypted, restorable to any second, and forgets idempotency keys", () => {
    expect(stack.at("aws_dynamodb_table.orders")).toMatchObject({
      name: "orders-orders",
      billing_mode: "PAY_PER_REQUEST",
      hash_key: "partition",
      range_key: "id",
      point_in_time_recovery: { enabled: true },
      server_side_encryption: { enabled: true },
      ttl: { attribute_name: "expiresAt", enabled: true },
    });
  });
});

describe("operations", () => {
  test("are told of errors, throttles, latency, 5xx and table throttles", () => {
    expect(new Set(stack.ofType("aws_cloudwatch_metric_alarm").keys())).toEqual(
      new Set([
        "api-5xx",
        "api-latency",
        ...["createOrder", "getOrder", "listOrders", "putPurchase", "getPurchase"].flatMap((id) => [
          `${id}-errors`,
          `${id}-throttles`,
          `${id}-latency`,
        ]),
        ...["orders", "outbox", "purchases", "purchaseOutbox", "_idempotency"].flatMap((table) => [
          `${table}-read-throttles`,
          `${table}-write-throttles`,
        ]),
        "confirmations-age",
        "confirmations-dead-letters",
        "confirmOrder-errors",
        "paymentEvents-age",
        "paymentEvents-dead-letters",
        "recordPayment-errors",
        "announce-dead-letters",
        "announce-errors",
        "announce-iterator-age",
        "requestConfirmation-dead-letters",
        "requestConfirmation-errors",
        "requestConfirmation-iterator-age",
        "announcePlaced-dead-letters",
        "announcePlaced-errors",
        "announcePlaced-iterator-age",
        ...["cancelUnpaid", "completeShipped"].flatMap((subscription) => [
          `${subscription}-age`,
          `${subscription}-dead-letters`,
          `${subscription}-errors`,
        ]),
        "purchase-failed",
        "purchase-timed-out",
        "purchase-parked",
      ]),
    );
    for (const alarm of stack.ofType("aws_cloudwatch_metric_alarm").values()) {
      expect(alarm["alarm_actions"]).toEqual(["${aws_sns_topic.alarms.arn}"]);
    }
    expect(stack.at("aws_cloudwatch_metric_alarm.getOrder-latency")).toMatchObject({
      extended_statistic: "p95",
      threshold: 1000,
    });
  });

  test("get alarms by mail, through an encrypted topic", () => {
    expect(stack.at("aws_sns_topic_subscription.operations")["endpoint"]).toBe("orders-team@acme.example");
    expect(stack.at("aws_sns_topic.alarms")["kms_master_key_id"]).toBe("alias/landfall-service-alarms");
  });

  test("get no mail when the account names no contact", () => {
    const silent = {
      ...zone,
      accounts: zone.accounts.map((account) => ({
        ...account,
        contacts: { ...account.contacts, operations: undefined },
      })),
    };
    expect(serviceStack(silent).ofType("aws_sns_topic_subscription").size).toBe(0);
  });

  test("see every alarm and metric on one dashboard", () => {
    const { widgets }: { widgets: { properties: { title: string; alarms?: string[] } }[] } = JSON.parse(
      String(stack.at("aws_cloudwatch_dashboard.dashboard")["dashboard_body"]),
    );
    expect(widgets[0]?.properties.alarms?.length).toBe(stack.ofType("aws_cloudwatch_metric_alarm").size);
    expect(widgets.map(({ properties }) => properties.title)).toEqual([
      "Alarms",
      "Rate",
      "Errors",
      "Latency (ms)",
      "Invocations",
      "Function errors",
      "Duration p95 (ms)",
      "Throttles",
      "Table capacity",
      "Table throttles",
      "Age of the oldest message (s)",
      "Dead letters",
      "Iterator age (ms)",
      "Executions",
      "Execution time p95 (ms)",
      "Parked",
    ]);
  });
});

describe("a service stack", () => {
  test("is refused when the account names a service that does not exist", () => {
    const wrong = {
      ...zone,
      accounts: zone.accounts.map((account) =>
        account.service ? { ...account, service: { ...account.service, name: "ordres" } } : account,
      ),
    };
    expect(() => serviceStack(wrong, "orders-dev-ordres")).toThrow("there is no service ordres");
  });

  test("names no account but its own, its bus' and those whose functions it calls", () => {
    const known = ["orders-dev", "shared-services", "payments-dev", "fulfilment-dev"];
    const others = zone.accounts
      .filter(({ name }) => !known.includes(name))
      .map(({ name }) => zone.ids.get(`account/${name}`));
    const text = JSON.stringify([...stack.resources]);
    expect(others.filter((id) => text.includes(id))).toEqual([]);
  });

  test("differs between accounts in nothing but names, ids and settings", () => {
    const addresses = (built: BuiltStack): string[] => [...built.resources.keys()].sort();
    expect(addresses(serviceStack(zone, "orders-prod-orders"))).toEqual(addresses(stack));
  });
});
