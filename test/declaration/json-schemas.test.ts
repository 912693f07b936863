import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { parse } from "yaml";
import { jsonSchemas } from "../../declaration/json-schemas";

const root = join(__dirname, "../..");
const schema = (name: string): object => JSON.parse(readFileSync(join(root, "schemas", name), "utf8")) as object;
const validator = new Ajv2020({ strict: true, allErrors: true });
addFormats(validator);
const zoneSchema = validator.compile(schema("landing-zone.json"));
const accountSchema = validator.compile(schema("account.json"));
const zones = ["zone", "test/zones/birch", "test/zones/minimal"];

describe("the JSON Schemas for editors", () => {
  test.each([...jsonSchemas()])("%s is what `npm run schemas` writes", (name, generated) => {
    expect(schema(name)).toEqual(JSON.parse(JSON.stringify(generated)));
  });

  test("are all there are in schemas/", () => {
    expect(readdirSync(join(root, "schemas")).sort()).toEqual(
      [...jsonSchemas().keys(), "audit-report.json", "cost.json", "map.json", "reach.json"].sort(),
    );
  });

  test.each(zones)("accept every file of %s", (zone) => {
    const read = (name: string): unknown => parse(readFileSync(join(root, zone, name), "utf8"));
    expect([zoneSchema(read("landing-zone.yaml")), zoneSchema.errors]).toEqual([true, null]);
    for (const name of readdirSync(join(root, zone, "accounts"))) {
      expect([name, accountSchema(read(`accounts/${name}`)), accountSchema.errors]).toEqual([name, true, null]);
    }
  });

  test.each(zones)("are what the files of %s name for the editor, where they name one", (zone) => {
    for (const name of [
      "landing-zone.yaml",
      ...readdirSync(join(root, zone, "accounts")).map((file) => `accounts/${file}`),
    ]) {
      const text = readFileSync(join(root, zone, name), "utf8");
      const [, path] = /^# yaml-language-server: \$schema=(.*)$/m.exec(text) ?? [];
      if (path !== undefined)
        expect(readFileSync(join(root, zone, name, "..", path), "utf8")).toContain("urn:landfall:schema:");
    }
  });

  test("refuse an unknown key and a wrong type", () => {
    expect(accountSchema({ name: "a", organizationalUnit: "b", owner: "c", rolle: "network" })).toBe(false);
    expect(accountSchema({ name: "a", organizationalUnit: "b", owner: 3 })).toBe(false);
  });
});
