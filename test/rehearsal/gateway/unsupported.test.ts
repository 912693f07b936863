import { describe, expect, test } from "@jest/globals";
import type { AwsCall, AwsResponse } from "../../../rehearsal/gateway/call";
import { explained } from "../../../rehearsal/gateway/unsupported";

const call: AwsCall = {
  service: "ram",
  operation: "ListPermissions",
  protocol: "rest-json",
  account: "111111111111",
  principal: "arn:aws:iam::111111111111:root",
  region: "eu-central-1",
  method: "POST",
  host: "aws.internal",
  url: new URL("http://aws.internal/listpermissions"),
  headers: {},
  body: Buffer.alloc(0),
};
const answer = (status: number, type: string, body: string, more: Record<string, string> = {}): AwsResponse => ({
  status,
  headers: { "content-type": type, ...more },
  body: Buffer.from(body),
});

describe("an emulator's answer that is none", () => {
  test.each([
    [
      "moto's missing method",
      answer(501, "text/plain", "NotImplementedError: x", { "x-emulator-failure": "NotImplementedError" }),
    ],
    ["moto's own failure", answer(500, "text/plain", "KeyError: 'x'", { "x-emulator-failure": "KeyError" })],
    ["Flask's page for an unknown path", answer(404, "text/html; charset=utf-8", "<title>404 Not Found</title>")],
    ["an empty 404", answer(404, "application/json", "")],
    ["MiniStack's unknown operation", answer(400, "application/json", '{"__type":"UnknownOperationException"}')],
    ["MiniStack's unknown action", answer(400, "text/xml", "<Error><Code>InvalidAction</Code></Error>")],
    ["MiniStack's unknown service", answer(400, "application/json", '{"error": "Unsupported service: x"}')],
    ["MiniStack's own failure", answer(500, "application/json", '{"__type":"InternalError","message":"x"}')],
  ])("%s becomes a refusal that is not retried", (_what, given) => {
    const explanation = explained(call, given);
    expect(explanation.status).toBe(400);
    expect(JSON.parse(explanation.body.toString())).toMatchObject({
      code: "UnsupportedByRehearsal",
      message: expect.stringContaining("does not serve ram:ListPermissions (account 111111111111)"),
    });
  });

  test.each([
    ["a success", answer(200, "application/json", "{}")],
    ["a modelled error", answer(404, "application/json", '{"__type":"ResourceNotFoundException"}')],
    ["a refusal of the input", answer(400, "application/json", '{"__type":"ValidationException"}')],
    ["a throttle", answer(503, "application/xml", "<Error><Code>SlowDown</Code></Error>")],
  ])("%s stays as it is", (_what, given) => {
    expect(explained(call, given)).toBe(given);
  });

  test("an empty 404 to a HEAD stays: S3 says so of a missing object", () => {
    const given = answer(404, "application/xml", "");
    expect(explained({ ...call, service: "s3", method: "HEAD" }, given)).toBe(given);
  });
});
