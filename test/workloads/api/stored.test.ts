import { describe, expect, test } from "@jest/globals";
import { loadUniverse } from "../../../engine/universe/load-universe";
import { correlationAttribute } from "../../../workloads/runtime/correlation";
import { findingsOf } from "../../synth/least-privilege/findings";
import { buildApi, things } from "./build-api";

const universe = loadUniverse();
const description = "A problem";
const problems = Object.fromEntries(["400", "415", "500"].map((status) => [status, { description }]));

/** A contract whose one operation is stored; `more` is merged over the operation. */
const webhooks = (more: object = {}) =>
  things(undefined, {
    paths: {
      "/webhooks": {
        post: {
          operationId: "receiveWebhook",
          parameters: [{ name: "X-Signature", in: "header", required: true, schema: { type: "string" } }],
          requestBody: { required: true, content: { "application/json": { schema: { type: "object" } } } },
          responses: { "202": { description: "Stored" }, ...problems },
          ...more,
        },
      },
    },
  });
const sendTo = { receiveWebhook: "webhooks" };
const stack = buildApi(webhooks(), { sendTo });
const integration = stack.at("aws_api_gateway_integration.receiveWebhook");
const { "application/json": template = "" } = integration["request_templates"] as Record<string, string>;

/** What of a request gets into the call of SQS without being encoded. */
const unencoded = (text: string): readonly string[] =>
  text.replace(/\$util\.urlEncode\(\$input\.[\w.]+(\('[\w-]+'\))?\)/g, "").match(/\$input\.\w+/g) ?? [];

describe("an operation that is sent to a queue", () => {
  test("calls SQS for that queue, with no function between", () => {
    expect(integration).toMatchObject({
      type: "AWS",
      uri: "arn:aws:apigateway:eu-west-1:sqs:path/111122223333/things-webhooks",
      credentials: "${aws_iam_role.receiveWebhook.arn}",
      passthrough_behavior: "NEVER",
    });
    expect(stack.ofType("aws_lambda_permission").size).toBe(0);
  });

  test("as a role that may send to that queue and do nothing else", () => {
    const { policy } = stack.at("aws_iam_role_policy.receiveWebhook");
    expect(JSON.parse(String(policy))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "SendToQueue",
          Effect: "Allow",
          Action: "sqs:SendMessage",
          Resource: "arn:aws:sqs:eu-west-1:111122223333:things-webhooks",
        },
      ],
    });
    const findings = (text: string) =>
      findingsOf(JSON.stringify({ resource: { aws_iam_role_policy: { it: { policy: text } } } }), universe);
    expect(findings(String(policy))).toEqual([]);
    // The walk would find it, were it any queue.
    expect(findings(String(policy).replace(/"arn:[^"]+"/, '"*"'))).toMatchObject([{ fault: "any-resource" }]);
  });

  test("keeps the body as it came and the declared headers, every value encoded", () => {
    const call = Object.fromEntries(template.split("&").map((pair) => pair.split("=")));
    expect(call).toEqual({
      Action: "SendMessage",
      MessageBody: "$util.urlEncode($input.body)",
      "MessageAttribute.1.Name": correlationAttribute,
      "MessageAttribute.1.Value.DataType": "String",
      "MessageAttribute.1.Value.StringValue": "$context.requestId",
      "MessageAttribute.2.Name": "X-Signature",
      "MessageAttribute.2.Value.DataType": "String",
      "MessageAttribute.2.Value.StringValue": "$util.urlEncode($input.params('X-Signature'))",
    });
    expect(unencoded(template)).toEqual([]);
    // Without the encoding a body could add to the call, and the check would see it.
    expect(unencoded(template.replaceAll(/\$util\.urlEncode\((.*?\)?)\)/g, "$1"))).toEqual([
      "$input.body",
      "$input.params",
    ]);
  });

  test("answers as the contract says when it is stored, and with a problem when it is not", () => {
    expect(stack.at("aws_api_gateway_integration_response.receiveWebhook_202")).not.toHaveProperty("selection_pattern");
    expect(stack.at("aws_api_gateway_integration_response.receiveWebhook_400")["selection_pattern"]).toBe("4\\d\\d");
    expect(stack.at("aws_api_gateway_integration_response.receiveWebhook_500")).toMatchObject({
      selection_pattern: "5\\d\\d",
      response_parameters: { "method.response.header.Content-Type": "'application/problem+json'" },
    });
    const ok = buildApi(webhooks({ responses: { "200": { description: "Stored" }, ...problems } }), { sendTo });
    expect(ok.at("aws_api_gateway_integration_response.receiveWebhook_200")).toBeDefined();
  });

  test("is refused without the headers it keeps, though bodies are not validated", () => {
    expect(stack.at("aws_api_gateway_method.receiveWebhook")).toMatchObject({
      request_parameters: { "method.request.header.X-Signature": true },
      request_validator_id: "${aws_api_gateway_request_validator.contract.id}",
    });
    expect(stack.at("aws_api_gateway_request_validator.contract")).toMatchObject({
      validate_request_body: false,
      validate_request_parameters: true,
    });
  });

  test.each([
    ["has no body", { requestBody: undefined }, "needs a required body"],
    [
      "answers 201",
      { responses: { "201": { description: "Stored" }, ...problems } },
      "needs one answer of success, 200 or 202",
    ],
    [
      "says nothing of 415",
      { responses: { "202": { description: "Stored" }, "400": { description }, "500": { description } } },
      "answers 415 too",
    ],
    [
      "keeps a header that may be missing",
      { parameters: [{ name: "X-Trace", in: "header", schema: { type: "string" } }] },
      "needs the header X-Trace to be required",
    ],
  ])("%s: refused at its line", (_name, more, message) => {
    expect(() => buildApi(webhooks(more), { sendTo })).toThrow(
      new RegExp(`^things.yaml:9 receiveWebhook .*${message}`),
    );
  });
});
