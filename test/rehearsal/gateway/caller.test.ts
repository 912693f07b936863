import { describe, expect, test } from "@jest/globals";
import { createCallers, credentialScope, isFunction } from "../../../rehearsal/gateway/caller";

const account = "111111111111";
const token = `landfall:${Buffer.from(`arn:aws:iam::${account}:role/service/handler orders-get`).toString("base64")}`;
const session = { account, principal: `arn:aws:sts::${account}:assumed-role/handler/orders-get` };
const plain = new URL("http://aws.internal/b/k");
const presigned = new URL(plain);
presigned.searchParams.set("X-Amz-Credential", `${account}/20260101/eu-west-1/s3/aws4_request`);
const ofTheFunction = new URL(presigned);
ofTheFunction.searchParams.set("X-Amz-Security-Token", token);

describe("who calls", () => {
  const callers = createCallers("999999999999", "aws");

  test.each([
    ["a function", { headers: { "x-amz-security-token": token }, url: plain }, session, true],
    ["the function that made a presigned URL", { headers: {}, url: ofTheFunction }, session, true],
    [
      "the account that made a presigned URL",
      { headers: {}, url: presigned },
      { account, principal: `arn:aws:iam::${account}:root` },
      false,
    ],
  ])("is %s", (_who, request, caller, byFunction) => {
    expect(callers.find(account, request)).toEqual(caller);
    expect(isFunction(request)).toBe(byFunction);
  });

  test("is nobody for a key that was handed out to nobody", () => {
    expect(callers.find("ASIAUNKNOWN", { headers: {}, url: plain })).toBeUndefined();
  });

  test("is in a presigned URL", () => {
    expect(credentialScope({ headers: {}, url: presigned })).toEqual({
      ...{ accessKey: account, region: "eu-west-1", service: "s3" },
    });
  });
});
