import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { addresses, lockedZone, movedFrom, synthesise, testZones, twoRegionsZone } from "./synthesise";

const directory = resolve(__dirname, "../addresses");

/** `LANDFALL_UPDATE_ADDRESSES=1` adds the addresses of new resources to the committed lists; it never removes one. */
const updating = process.env["LANDFALL_UPDATE_ADDRESSES"] === "1";

describe.each(Object.entries({ ...testZones, "two-regions": twoRegionsZone }))(
  "resource addresses of the zone %s",
  (name, zone) => {
    const file = join(directory, `${name}.txt`);
    const { stacks } = synthesise(lockedZone(zone));
    const found = [...stacks].flatMap(([id, json]) => addresses(json).map((address) => `${id} ${address}`)).sort();
    const committed = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];

    test("every released address is still there or covered by a moved block", () => {
      const moved = [...stacks].flatMap(([id, json]) => movedFrom(json).map((address) => `${id} ${address}`));
      expect(committed.filter((address) => !found.includes(address) && !moved.includes(address))).toEqual([]);
    });

    test("every address is in the committed list", () => {
      if (updating) writeFileSync(file, `${[...new Set([...committed, ...found])].sort().join("\n")}\n`);
      const listed = readFileSync(file, "utf8").split("\n");
      expect(found.filter((address) => !listed.includes(address))).toEqual([]);
    });
  },
);
