import { describe, expect, test } from "@jest/globals";
import { parseContract } from "../../../workloads/contract/load-contract";
import { gatewayAnswers } from "../../../workloads/api/rest/gateway-responses";
import { buildApi, things } from "./build-api";

const contract = things({
  type: "object",
  required: ["name"],
  additionalProperties: false,
  properties: {
    name: { type: "string", minLength: 1, examples: ["a"] },
    kind: { const: "thing" },
    owner: { type: "string", format: "uuid" },
    mail: { type: "string", format: "email" },
    parts: {
      type: "array",
      maxItems: 3,
      items: { type: "object", properties: { made: { type: "string", format: "date" } } },
    },
  },
});
const api = {
  edgeValidation: true,
  cors: { origins: ["https://shop.example"], maxAgeSeconds: 600 },
  cache: { getThing: { seconds: 60 } },
  throttle: { createThing: { rate: 5, burst: 10 } },
  usagePlans: { partners: { throttle: { rate: 2, burst: 4 }, requestsPerDay: 1000, clients: ["acme"] } },
} as const;
const stack = buildApi(contract, api);
const json = (text: unknown): unknown => JSON.parse(String(text));

describe("a REST API", () => {
  test("has a resource for each segment, each below the one before", () => {
    expect(stack.at("aws_api_gateway_resource.things")).toMatchObject({
      parent_id: "${aws_api_gateway_rest_api.api.root_resource_id}",
      path_part: "things",
    });
    expect(stack.at("aws_api_gateway_resource.things_by-thingId")).toMatchObject({
      parent_id: "${aws_api_gateway_resource.things.id}",
      path_part: "{thingId}",
    });
  });

  test("has a method for each operation, with its parameters, and its function behind it alone", () => {
    expect(stack.at("aws_api_gateway_method.getThing")).toMatchObject({
      http_method: "GET",
      resource_id: "${aws_api_gateway_resource.things_by-thingId.id}",
      request_parameters: { "method.request.path.thingId": true, "method.request.querystring.part": true },
      request_validator_id: "${aws_api_gateway_request_validator.contract.id}",
    });
    expect(stack.at("aws_api_gateway_integration.getThing")).toMatchObject({
      type: "AWS_PROXY",
      integration_http_method: "POST",
      uri: "${aws_lambda_function.getThing.invoke_arn}",
    });
    expect(stack.at("aws_lambda_permission.getThing")["source_arn"]).toBe(
      "${aws_api_gateway_rest_api.api.execution_arn}/*/GET/things/*",
    );
  });

  test("waits for a function no longer than its client is told, and longer than the function may take", () => {
    expect(stack.at("aws_api_gateway_integration.createThing")["timeout_milliseconds"]).toBe(12_000);
  });

  test("refuses other methods itself, in the format of the runtime's problems", () => {
    const at = "any_things_by-thingId";
    expect(stack.at(`aws_api_gateway_integration.${at}`)).toMatchObject({ type: "MOCK", http_method: "ANY" });
    const response = stack.at(`aws_api_gateway_integration_response.${at}`);
    expect(response["response_parameters"]).toMatchObject({
      "method.response.header.Allow": "'GET'",
      "method.response.header.Content-Type": "'application/problem+json'",
    });
    const { "application/json": body } = response["response_templates"] as Record<string, string>;
    expect(json(body)).toMatchObject({ type: "about:blank", status: 405, correlationId: "$context.requestId" });
  });

  test("answers by itself as the runtime does, whatever is wrong", () => {
    const responses = [...stack.ofType("aws_api_gateway_gateway_response").values()];
    expect(responses.length).toBe(gatewayAnswers(contract).length);
    for (const { status_code, response_templates, response_parameters } of responses) {
      const { "application/json": template } = response_templates as Record<string, string>;
      const body = json(template?.replace("$context.error.messageString", '"why"'));
      expect(body).toEqual({
        type: "about:blank",
        title: expect.any(String),
        status: Number(status_code),
        detail: expect.any(String),
        correlationId: "$context.requestId",
      });
      expect(response_parameters).toMatchObject({
        "gatewayresponse.header.Content-Type": "'application/problem+json'",
        "gatewayresponse.header.Access-Control-Allow-Origin": "'https://shop.example'",
      });
    }
  });

  test("answers preflight requests of each path with its methods and the contract's headers", () => {
    expect(stack.at("aws_api_gateway_integration_response.options_things")["response_parameters"]).toEqual({
      "method.response.header.Access-Control-Allow-Origin": "'https://shop.example'",
      "method.response.header.Access-Control-Allow-Methods": "'POST'",
      "method.response.header.Access-Control-Allow-Headers": "'Authorization,Content-Type,Idempotency-Key'",
      "method.response.header.Access-Control-Expose-Headers": "'Location,X-Correlation-Id'",
      "method.response.header.Access-Control-Max-Age": "'600'",
    });
  });

  test("is traced, logged, throttled and cached where declared", () => {
    expect(stack.at("aws_api_gateway_stage.live")).toMatchObject({
      xray_tracing_enabled: true,
      cache_cluster_enabled: true,
      variables: { corsOrigin: "https://shop.example" },
      access_log_settings: { destination_arn: "${aws_cloudwatch_log_group.access-logs.arn}" },
    });
    const settings = (name: string) => stack.at(`aws_api_gateway_method_settings.${name}`);
    expect(settings("all")).toMatchObject({
      method_path: "*/*",
      settings: { throttling_burst_limit: 200, throttling_rate_limit: 100, caching_enabled: false },
    });
    expect(settings("createThing")).toMatchObject({
      method_path: "things/POST",
      settings: { throttling_burst_limit: 10, throttling_rate_limit: 5, caching_enabled: false },
    });
    expect(settings("getThing")).toMatchObject({
      method_path: "things/{thingId}/GET",
      settings: { caching_enabled: true, cache_data_encrypted: true, cache_ttl_in_seconds: 60 },
    });
    expect(stack.at("aws_api_gateway_integration.getThing")["cache_key_parameters"]).toEqual([
      "method.request.path.thingId",
      "method.request.querystring.part",
    ]);
  });

  test("limits clients by plan, and then wants a key for every operation", () => {
    expect(stack.at("aws_api_gateway_usage_plan.partners")).toMatchObject({
      throttle_settings: { burst_limit: 4, rate_limit: 2 },
      quota_settings: { limit: 1000, period: "DAY" },
    });
    expect(stack.at("aws_api_gateway_usage_plan_key.partners_acme")["key_id"]).toBe(
      "${aws_api_gateway_api_key.partners_acme.id}",
    );
    expect(stack.at("aws_api_gateway_method.createThing")["api_key_required"]).toBe(true);
    expect(buildApi(contract, { kind: "rest" }).at("aws_api_gateway_method.createThing")["api_key_required"]).toBe(
      false,
    );
  });

  test("has no address but its own domain, in its region, with TLS 1.2 or later", () => {
    expect(stack.at("aws_api_gateway_rest_api.api")).toMatchObject({
      disable_execute_api_endpoint: true,
      endpoint_configuration: { types: ["REGIONAL"] },
    });
    expect(stack.at("aws_api_gateway_domain_name.domain")).toMatchObject({
      domain_name: "things.example",
      security_policy: "TLS_1_2",
      endpoint_configuration: { types: ["REGIONAL"] },
    });
    expect(stack.at("aws_api_gateway_base_path_mapping.domain")["stage_name"]).toBe(
      "${aws_api_gateway_stage.live.stage_name}",
    );
  });
});

describe("a deployment", () => {
  const trigger = (...input: Parameters<typeof buildApi>): unknown =>
    buildApi(...input).at("aws_api_gateway_deployment.api")["triggers"];

  test("is taken again when anything of the API changes, and only then", () => {
    expect(trigger(contract, api)).toEqual(stack.at("aws_api_gateway_deployment.api")["triggers"]);
    const others = [
      trigger(contract, { ...api, edgeValidation: false }),
      trigger(contract, { ...api, cors: { origins: ["https://other.example"] } }),
      trigger(things({ type: "object", required: ["other"] }), api),
    ];
    expect(new Set([JSON.stringify(trigger(contract, api)), ...others.map((each) => JSON.stringify(each))]).size).toBe(
      4,
    );
    // The stage's own settings are no part of it.
    expect(trigger(contract, { ...api, throttle: {} })).toEqual(trigger(contract, api));
  });

  test("waits for every part it is of", () => {
    const waits = stack.at("aws_api_gateway_deployment.api")["depends_on"] as string[];
    const parts = [...stack.resources.keys()].filter((address) =>
      /^aws_api_gateway_(method|integration|method_response|integration_response|gateway_response|model|resource)\./.test(
        address,
      ),
    );
    expect(parts.filter((address) => !waits.includes(address))).toEqual([]);
  });
});

describe("validation by API Gateway", () => {
  test("is by a model of draft 4, without what says nothing of what conforms and what API Gateway does not know", () => {
    expect(json(stack.at("aws_api_gateway_model.createThing")["schema"])).toEqual({
      $schema: "http://json-schema.org/draft-04/schema#",
      type: "object",
      required: ["name"],
      additionalProperties: false,
      properties: {
        name: { type: "string", minLength: 1 },
        kind: { enum: ["thing"] },
        owner: { type: "string" },
        mail: { type: "string", format: "email" },
        parts: { type: "array", maxItems: 3, items: { type: "object", properties: { made: { type: "string" } } } },
      },
    });
  });

  test("is off unless it is asked for", () => {
    const off = buildApi(contract, { kind: "rest" });
    expect(off.ofType("aws_api_gateway_model").size).toBe(0);
    expect(off.at("aws_api_gateway_method.createThing")).not.toHaveProperty("request_validator_id");
  });

  const text = `openapi: 3.1.1
info: { title: Things, version: 1.0.0 }
paths:
  /things:
    post:
      operationId: createThing
      requestBody:
        required: true
        content:
          application/json:
            schema:
              $ref: "#/components/schemas/Thing"
      responses:
        "201": { description: A thing }
components:
  schemas:
    Thing:
      type: object
      properties:
        size:
          type: number
          exclusiveMinimum: 0
        shape:
          oneOf:
            - { type: string }
            - { type: integer, readOnly: true }
`;

  test("that API Gateway cannot do is refused, each keyword at its line, wherever a reference leads", () => {
    const strange = parseContract(text, "things.yaml");
    expect(() => buildApi(strange, { edgeValidation: true })).toThrow(
      new RegExp(
        [
          "^things.yaml:22 exclusiveMinimum in the body of createThing cannot be validated by API Gateway: draft 4 .*",
          "things.yaml:24 oneOf .*",
          "things.yaml:26 readOnly .*$",
        ].join("\n"),
      ),
    );
    expect(() => buildApi(strange, { kind: "rest" })).not.toThrow();
  });
});

test("two names for the variable of one place are refused, at the second's line", () => {
  const paths = ["/things/{thingId}", "/things/{id}/parts"].map(
    (path, index) => `  ${path}:
    get:
      operationId: get${index}
      parameters: [{ name: ${index === 0 ? "thingId" : "id"}, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: A thing } }`,
  );
  const twice = parseContract(
    `openapi: 3.1.1\ninfo: { title: Things, version: 1.0.0 }\npaths:\n${paths.join("\n")}\n`,
    "things.yaml",
  );
  expect(() => buildApi(twice, { kind: "rest" })).toThrow(
    "things.yaml:9 /things/{id}/parts calls {id} what another path calls {thingId}, which a REST API cannot",
  );
  expect(() => buildApi(twice, {})).not.toThrow();
});
