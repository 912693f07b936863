import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { candidatesFor, type Known } from "../../../delivery/recovery/candidates";
import { openSearch, type Search } from "../../../delivery/recovery/search";
import type { Creation } from "../../../delivery/recovery/trial-plan";
import { clientSettings } from "../../../live/aws-client";

const tags = { "landfall:stack": "pay-payments" };
/** What API Gateway and AWS WAF hold; a collection of two pages, and an API of somebody else's. */
const collections: Readonly<Record<string, readonly object[]>> = {
  "/restapis": [
    { id: "other", name: "payments", tags: { "landfall:stack": "other" } },
    { id: "a1", name: "payments", tags },
  ],
  "/restapis/a1/resources": [
    { id: "root", path: "/" },
    { id: "r1", parentId: "root", pathPart: "payments" },
    { id: "r2", parentId: "r1", pathPart: "payments" },
  ],
  "/restapis/a1/requestvalidators": [{ id: "v1", name: "contract" }],
};

let server: Server;
let search: Search;
let unsigned = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://aws.example");
    if (
      !/^AWS4-HMAC-SHA256 Credential=key\/\d+\/eu-west-1\/(apigateway|wafv2)\//.test(
        request.headers.authorization ?? "",
      )
    )
      unsigned += 1;
    const items = collections[url.pathname] ?? [];
    const page = Number(url.searchParams.get("position") ?? 0);
    const more = page + 1 < items.length ? { position: String(page + 1) } : {};
    const answer =
      request.headers["x-amz-target"] === "AWSWAF_20190729.ListWebACLs"
        ? {
            WebACLs: [
              { Id: "w1", Name: "payments-api" },
              { Id: "w2", Name: "payments" },
            ],
          }
        : { item: items.slice(page, page + 1), ...more };
    response.writeHead(url.pathname in collections || url.pathname === "/" ? 200 : 404).end(JSON.stringify(answer));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const settings = clientSettings("eu-west-1", {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_ACCESS_KEY_ID: "key",
    AWS_SECRET_ACCESS_KEY: "secret",
  });
  search = openSearch({ partition: "aws", account: "111111111111", region: "eu-west-1" }, settings);
});

afterAll(() => {
  search.close();
  server.close();
});

const look = (creations: readonly Creation[], known: Partial<Known> = {}) =>
  candidatesFor(creations, { search, configured: {}, ids: new Map(), logged: new Map(), ...known });

test("a REST API is found by its stack's tags, on whatever page, and what is in it by the API", async () => {
  const configured = {
    aws_api_gateway_request_validator: { contract: { rest_api_id: "${aws_api_gateway_rest_api.api.id}" } },
    aws_api_gateway_stage: { live: { rest_api_id: "${aws_api_gateway_rest_api.api.id}" } },
  };
  const { found } = await look(
    [
      { address: "aws_api_gateway_stage.live", values: { stage_name: "live" } },
      { address: "aws_api_gateway_request_validator.contract", values: { name: "contract" } },
      { address: "aws_api_gateway_rest_api.api", values: { name: "payments", tags_all: tags } },
    ],
    { configured },
  );
  expect(Object.fromEntries(found.map(({ address, importId }) => [address, importId]))).toEqual({
    "aws_api_gateway_rest_api.api": "a1",
    "aws_api_gateway_request_validator.contract": "a1/v1",
    "aws_api_gateway_stage.live": "a1/live",
  });
});

test("a resource is told apart from one of the same name by where it is, and waits until that is known", async () => {
  const at = "aws_api_gateway_resource.payments";
  const values = { rest_api_id: "a1", path_part: "payments" };
  const known = await look([{ address: at, values: { ...values, parent_id: "root" } }]);
  expect(known.found).toEqual([{ address: at, importId: "a1/r1", seen: true }]);
  expect(await look([{ address: at, values }])).toEqual({ found: [], absent: [] });
});

test("a web ACL is found by its name", async () => {
  const values = { name: "payments-api", scope: "REGIONAL", tags_all: tags };
  const { found } = await look([{ address: "aws_wafv2_web_acl.api", values }]);
  expect(found).toEqual([{ address: "aws_wafv2_web_acl.api", importId: "w1/payments-api/REGIONAL", seen: true }]);
});

test("every call was signed for its service", () => {
  expect(unsigned).toBe(0);
});

test("a refusal is an error that says what was asked", async () => {
  const validator = {
    address: "aws_api_gateway_request_validator.x",
    values: { rest_api_id: "gone", name: "contract" },
  };
  await expect(look([validator])).rejects.toThrow("apigateway answered 404 to GET /restapis/gone/requestvalidators");
});
