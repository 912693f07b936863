import { describe, expect, test } from "@jest/globals";
import { candidatesFor, type Known } from "../../../delivery/recovery/candidates";
import type { Search } from "../../../delivery/recovery/search";
import type { Creation } from "../../../delivery/recovery/trial-plan";

/** An AWS that answers every call with the same items. */
function known(items: readonly object[], changes: Partial<Known> = {}): Known {
  const client = { send: () => Promise.resolve({ Items: items }), destroy: () => undefined };
  const search: Search = {
    place: { partition: "aws", account: "111111111111", region: "eu-west-1" },
    client: () => client as never,
    once: (_question, ask) => ask(),
    close: () => undefined,
  };
  return { search, configured: {}, ids: new Map(), logged: new Map(), ...changes };
}

const tags = { "landfall:stack": "shop-payments" };
const api: Creation = { address: "aws_apigatewayv2_api.api", values: { name: "orders", tags_all: tags } };

describe("looking for what a killed run made", () => {
  test("finds an object by what identifies it, and what refers to it in the same breath", async () => {
    const stage: Creation = { address: "aws_apigatewayv2_stage.default", values: { name: "$default" } };
    const configured = { aws_apigatewayv2_stage: { default: { api_id: "${aws_apigatewayv2_api.api.id}" } } };
    const items = [{ Name: "orders", ApiId: "a1", Tags: tags }];
    const { found } = await candidatesFor([stage, api], known(items, { configured }));
    expect(found).toEqual([
      { address: "aws_apigatewayv2_api.api", importId: "a1", seen: true },
      { address: "aws_apigatewayv2_stage.default", importId: "a1/$default", seen: false },
    ]);
  });

  test("leaves alone what another stack made, and what is in the state already", async () => {
    const items = [
      { Name: "orders", ApiId: "foreign", Tags: { "landfall:stack": "other" } },
      { Name: "orders", ApiId: "recorded", Tags: tags },
    ];
    const ids = new Map([["aws_apigatewayv2_api.first", "recorded"]]);
    expect(await candidatesFor([api], known(items, { ids }))).toEqual({ found: [], absent: [api.address] });
  });

  test("never guesses between two objects, unless the killed run printed which is its own", async () => {
    const items = [
      { Name: "orders", ApiId: "a1", Tags: tags },
      { Name: "orders", ApiId: "a2", Tags: tags },
    ];
    await expect(candidatesFor([api], known(items))).rejects.toThrow("2 objects can be it: a1, a2");
    const logged = new Map([[api.address, "a2"]]);
    expect((await candidatesFor([api], known(items, { logged }))).found).toMatchObject([{ importId: "a2" }]);
  });

  test("takes the printed id of a type it has no row for", async () => {
    const stream: Creation = { address: "aws_iot_thing.orders", values: {} };
    const logged = new Map([["aws_iot_thing.orders", "orders"]]);
    expect((await candidatesFor([stream], known([], { logged }))).found).toMatchObject([{ importId: "orders" }]);
    expect(await candidatesFor([stream], known([]))).toEqual({ found: [], absent: ["aws_iot_thing.orders"] });
  });
});
