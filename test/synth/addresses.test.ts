import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { addresses, movedFrom, testZones } from "./synthesise";
import { testStacks } from "./synthesise-zones";

const directory = resolve(__dirname, "../addresses");

/** `LANDFALL_UPDATE_ADDRESSES=1` adds the addresses of new resources to the committed lists; it never removes one. */
const updating = process.env["LANDFALL_UPDATE_ADDRESSES"] === "1";

const every = testStacks();

describe.each(Object.keys(testZones))("resource addresses of the zone %s", (name) => {
  const file = join(directory, `${name}.txt`);
  const stacks = every.filter(({ zone }) => zone === name);
  const found = stacks.flatMap(({ id, json }) => addresses(json).map((address) => `${id} ${address}`)).sort();
  const committed = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];

  test("every released address is still there or covered by a moved block", () => {
    const moved = stacks.flatMap(({ id, json }) => movedFrom(json).map((address) => `${id} ${address}`));
    expect(committed.filter((address) => !found.includes(address) && !moved.includes(address))).toEqual([]);
  });

  test("every address is in the committed list", () => {
    if (updating) writeFileSync(file, `${[...new Set([...committed, ...found])].sort().join("\n")}\n`);
    const listed = readFileSync(file, "utf8").split("\n");
    expect(found.filter((address) => !listed.includes(address))).toEqual([]);
  });
});
