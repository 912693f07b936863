import { beforeAll, describe, expect, test } from "@jest/globals";
import { ledgerText } from "../workloads/database/ledger-stack";
import { buildEvents } from "../../workloads/events/events-stack";
import { shopZone, stackText } from "../workloads/events/shop";
import { stackTextOf } from "../workloads/built-service";
import { club } from "../workloads/user-pools/club/service";
import { testStacks } from "./synthesise-zones";
import { validate } from "./validate-stacks";

/** A JSON text's structure: values replaced by their type, names of resources dropped, equal members once. */
function shape(value: unknown, depth = 0): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((item) => JSON.stringify(shape(item, depth + 1))))].sort();
  if (typeof value !== "object" || value === null) return typeof value;
  const entries = Object.entries(value).filter(([key]) => key !== "//");
  const isNames = depth === 2;
  return isNames
    ? [...new Set(entries.map(([, item]) => JSON.stringify(shape(item, depth + 1))))].sort()
    : Object.fromEntries(entries.map(([key, item]) => [key, shape(item, depth + 1)]).sort());
}

describe("terraform validate with the real provider", () => {
  const shapes = new Map<string, readonly [name: string, json: string]>();
  for (const { zone, id, json } of testStacks()) {
    const key = JSON.stringify(shape(JSON.parse(json)));
    if (!shapes.has(key)) shapes.set(key, [`${zone}--${id}`, json]);
  }
  shapes.set("shop--events", ["shop--events", stackText(shopZone(), "events", buildEvents)]);
  shapes.set("ledger--service", ["ledger--service", ledgerText("vpc-1")]);
  shapes.set("club--service", ["club--service", stackTextOf(club)]);
  const stacks = new Map(shapes.values());
  let found: ReadonlyMap<string, readonly string[]>;

  beforeAll(async () => {
    found = await validate(stacks);
  }, 300_000);

  test.each([...stacks.keys()])("accepts the stack shape of %s", (name) => {
    expect(found.get(name)).toEqual([]);
  });

  test("refuses an argument that does not exist, a wrong value and a dangling reference, in their stack", async () => {
    const broken = (json: string): string =>
      json
        .replace('"enable_key_rotation": true', '"enable_key_rotatoin": true')
        .replace(/"cidr_block": "[^"]+"/, '"cidr_block": "10.0.0.0"')
        .replace("${aws_ec2_transit_gateway.", "${aws_ec2_transit_gateway.nowhere");
    const wanted = ["sample--logs", "sample--network", "sample--identity"];
    const some = new Map(
      [...stacks].filter(([name]) => wanted.includes(name)).map(([name, json]) => [name, broken(json)]),
    );
    const errors = await validate(some);
    expect(errors.get("sample--logs")?.join()).toContain("enable_key_rotatoin");
    expect(errors.get("sample--network")?.join()).toContain("nowhere");
    expect(errors.get("sample--network")?.join()).toContain("invalid CIDR");
    expect(errors.get("sample--identity")).toEqual([]);
  }, 300_000);
});
