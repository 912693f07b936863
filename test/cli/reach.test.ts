import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import Ajv2020 from "ajv/dist/2020";
import { captured } from "./captured";

const root = resolve(__dirname, "../..");
const zone = join(root, "zone");
const reach = (...args: readonly string[]) => captured("reach", ...args, "--zone", zone);

describe("landfall reach", () => {
  test("shows every hop there and back of what is reachable, and ends with 0", async () => {
    const { code, stdout } = await reach("orders-dev", "shared-services");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^reachable: orders-dev → shared-services on tcp 443$/m);
    expect(stdout).toMatch(/^there +orders-dev +route table private +10\.0\.0\.0\/12 +hub$/m);
    expect(stdout).toMatch(/^ +hub +table nonprod +10\.0\.20\.0\/22 learnt +shared-services$/m);
    expect(stdout).toMatch(/^back +shared-services +route table private +10\.0\.0\.0\/12 +hub$/m);
  });

  test("names what drops it and what is declared, and ends with 1", async () => {
    const { code, stdout } = await reach("orders-dev", "orders-prod", "--port", "5432");
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^unreachable: orders-dev → orders-prod on tcp 5432\nblackhole 10\.0\.0\.0\/12 in hub table nonprod\ndeclared: nonprod does not talk to prod\n/,
    );
  });

  test.each<[readonly string[], number]>([
    [["orders-dev", "shared-services"], 0],
    [["orders-dev", "endpoint:s3"], 0],
    [["orders-dev", "internet", "--port", "53", "--protocol", "udp"], 1],
    [["internet", "orders-dev"], 1],
  ])("tells the same as JSON by its schema: %p", async (args, expected) => {
    const { code, stdout } = await reach(...args, "--json");
    const answer: unknown = JSON.parse(stdout);
    const schema = JSON.parse(readFileSync(join(root, "schemas/reach.json"), "utf8")) as object;
    const isValid = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
    expect([isValid(answer), isValid.errors]).toEqual([true, null]);
    expect(answer).toMatchObject({ from: args[0], to: args[1], reachable: expected === 0 });
    expect(code).toBe(expected);
  });

  test("prints what docs/network.md shows", async () => {
    const page = readFileSync(join(root, "docs/network.md"), "utf8");
    const shown = [...page.matchAll(/^```\n\$ node landfall\.mjs reach (.*)\n([^]*?)\n```$/gm)];
    expect(shown).toHaveLength(3);
    for (const [, args = "", output = ""] of shown)
      expect((await reach(...args.split(" "))).stdout.trimEnd()).toBe(output);
  });

  test.each<[string, readonly string[], string]>([
    ["a name with a slip", ["orders-dve", "internet"], "did you mean orders-dev?"],
    ["a name that is nothing like one", ["orders-dev", "moon"], "It has orders-dev, orders-prod,"],
    ["an account without a network", ["audit", "internet"], "audit has no network"],
    ["a port that is none", ["orders-dev", "internet", "--port", "70000"], "It is no port."],
    ["a protocol that is none", ["orders-dev", "internet", "--protocol", "icmp"], "Allowed choices are tcp, udp"],
    ["one name alone", ["orders-dev"], "missing required argument 'to'"],
  ])("%s ends with 2", async (_what, args, says) => {
    const { code, stderr } = await reach(...args);
    expect(stderr).toContain(says);
    expect(code).toBe(2);
  });
});
