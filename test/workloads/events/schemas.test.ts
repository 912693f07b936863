import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { eventsDirectory, type Project, projectAt } from "../../../declaration/project";
import { readCatalog } from "../../../workloads/events/schemas/catalog";
import { detailSchema, registeredSchema } from "../../../workloads/events/schemas/detail-schema";
import { eventTypes } from "../../../workloads/events/schemas/event-types";
import { brokenPromises, readReleased, releasedFile, releasedText } from "../../../workloads/events/schemas/released";

const project = projectAt();
const updating = process.env["LANDFALL_UPDATE_EVENTS"] === "1";

/** A project of its own with these files in its events directory. */
function projectWith(files: Readonly<Record<string, object | string>>): Project {
  const directory = mkdtempSync(join(tmpdir(), "landfall-events-"));
  writeFileSync(join(directory, "cdktf.json"), "{}");
  for (const [name, content] of Object.entries(files)) {
    const path = join(directory, "events", name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content, null, 2));
  }
  return { directory, services: join(directory, "services") };
}

const purchased = {
  type: "object",
  required: ["orderId", "lines"],
  properties: {
    orderId: { type: "string" },
    note: { type: "string", maxLength: 20 },
    kind: { type: "string", enum: ["a", "b"] },
    lines: { type: "array", items: { type: "object", required: ["sku"], properties: { sku: { type: "string" } } } },
  },
};
type Schema = typeof purchased;

describe("the events of this project", () => {
  const catalog = readCatalog(project);

  test("keep what was released; LANDFALL_UPDATE_EVENTS=1 releases what is compatible", () => {
    const broken = brokenPromises(readReleased(project), catalog, "events/released.json");
    expect(broken).toEqual([]);
    if (updating) writeFileSync(releasedFile(project), releasedText(catalog));
    expect(readFileSync(releasedFile(project), "utf8")).toBe(releasedText(catalog));
  });

  test("have the committed types; LANDFALL_UPDATE_EVENTS=1 writes them", () => {
    const file = join(eventsDirectory(project), "types.ts");
    if (updating) writeFileSync(file, eventTypes(catalog));
    expect(readFileSync(file, "utf8")).toBe(eventTypes(catalog));
  });

  test("are registered as JSON Schema draft 4, which has what they are written with", () => {
    for (const event of catalog.values()) {
      expect(JSON.parse(registeredSchema(event))).toMatchObject({ $schema: "http://json-schema.org/draft-04/schema#" });
    }
  });
});

describe("a change of a released event", () => {
  const released = { "orders/Purchased.v1": readEvent(purchased) };

  function readEvent(schema: object): ReturnType<typeof only> {
    return only(projectWith({ "orders/Purchased.v1.json": schema }));
  }
  function only(of: Project) {
    const [event] = readCatalog(of).values();
    if (!event) throw new Error("no event");
    return event.schema;
  }
  function found(change: (schema: Schema) => object): readonly string[] {
    const catalog = readCatalog(projectWith({ "orders/Purchased.v1.json": change(structuredClone(purchased)) }));
    return brokenPromises(released, catalog, "events/released.json").map(
      ({ file, line, message }) => `${file}:${line} ${message}`,
    );
  }
  const next = "; leave the version as it was released and describe the change in a file of the next version (v2)";
  const { orderId, kind, lines } = purchased.properties;
  const withoutNote = { orderId, kind, lines };

  const cases: readonly (readonly [string, (schema: Schema) => object, readonly string[]])[] = [
    ["nothing", (schema) => schema, []],
    [
      "a field that may be missing",
      (schema) => ({ ...schema, properties: { ...schema.properties, extra: { type: "string" } } }),
      [],
    ],
    ["a description", (schema) => ({ ...schema, description: "told" }), []],
    ["the order of an enum", (schema) => (schema.properties.kind.enum.reverse(), schema), []],
    [
      "a field that goes",
      (schema) => ({ ...schema, properties: withoutNote }),
      ["events/orders/Purchased.v1.json:7 properties: note is gone, which consumers read"],
    ],
    [
      "a field that is renamed",
      (schema) => ({ ...schema, properties: { ...withoutNote, remark: schema.properties.note } }),
      ["events/orders/Purchased.v1.json:7 properties: note is gone, which consumers read"],
    ],
    [
      "a field that is required now",
      (schema) => ({ ...schema, required: [...schema.required, "note"] }),
      [
        "events/orders/Purchased.v1.json:3 required: note is required now, which events in archives and of today's producers lack",
      ],
    ],
    [
      "a field that may be missing now",
      (schema) => ({ ...schema, required: ["orderId"] }),
      ["events/orders/Purchased.v1.json:3 required: lines is no longer required, which consumers rely on"],
    ],
    [
      "a narrower type",
      (schema) => ((schema.properties.note.maxLength = 10), schema),
      ["events/orders/Purchased.v1.json:13 properties.note.maxLength: maxLength was 20 and is 10"],
    ],
    [
      "another type, in a list",
      (schema) => ((schema.properties.lines.items.properties.sku.type = "integer"), schema),
      [
        'events/orders/Purchased.v1.json:31 properties.lines.items.properties.sku.type: type was "string" and is "integer"',
      ],
    ],
    [
      "fewer values",
      (schema) => ((schema.properties.kind.enum = ["a"]), schema),
      ['events/orders/Purchased.v1.json:17 properties.kind.enum: enum was ["a","b"] and is ["a"]'],
    ],
  ];

  test.each(cases)("%s", (_what, change, problems) => {
    expect(found(change)).toEqual(problems.map((problem) => problem + next));
  });

  test("may not take an event away", () => {
    expect(brokenPromises(released, new Map(), "events/released.json")).toEqual([
      {
        file: "events/released.json",
        line: 1,
        message: "orders/Purchased.v1 was released and is gone; put its file back",
      },
    ]);
  });
});

describe("an event's schema", () => {
  test.each<[string, Readonly<Record<string, object | string>>, string]>([
    [
      "with a file of another name",
      { "orders/purchased.json": purchased },
      "events/orders/purchased.json:1 is not called <source>/<DetailType>.v<version>.json",
    ],
    ["that is no JSON", { "orders/Purchased.v1.json": "{" }, "events/orders/Purchased.v1.json:1 Expected"],
    [
      "that is no object",
      { "orders/Purchased.v1.json": { type: "string" } },
      "events/orders/Purchased.v1.json:2 an event's data is an object",
    ],
    [
      "with a keyword that drafts differ in",
      { "orders/Purchased.v1.json": { type: "object", properties: { a: { type: "integer", exclusiveMinimum: 1 } } } },
      "events/orders/Purchased.v1.json:6 exclusiveMinimum is no keyword of event schemas",
    ],
    [
      "that refuses fields it does not know",
      { "orders/Purchased.v1.json": { type: "object", additionalProperties: false } },
      "events/orders/Purchased.v1.json:3 additionalProperties is not for events",
    ],
    [
      "that requires what it does not have",
      {
        "orders/Purchased.v1.json": {
          type: "object",
          required: ["oderId"],
          properties: { orderId: { type: "string" } },
        },
      },
      "events/orders/Purchased.v1.json:3 required oderId is no property; did you mean orderId?",
    ],
  ])("%s is refused", (_what, files, message) => {
    expect(() => readCatalog(projectWith(files))).toThrow(message);
  });

  test("lets through fields that it does not know, and holds data to the rest", () => {
    const [event] = readCatalog(projectWith({ "orders/Purchased.v1.json": purchased })).values();
    if (!event) throw new Error("no event");
    const ajv = new Ajv2020();
    addFormats(ajv);
    const validate = ajv.compile(detailSchema(event));
    const metadata = {
      id: "1",
      correlationId: "2",
      causationId: "3",
      time: "2026-11-30T12:00:00Z",
      version: 1,
      more: 1,
    };
    const data = { orderId: "1", lines: [{ sku: "a", colour: "red" }], added: true };
    expect(validate({ metadata, data, more: 1 })).toBe(true);
    expect(validate({ metadata, data: { ...data, orderId: 1 } })).toBe(false);
    expect(validate({ metadata: { ...metadata, version: 2 }, data })).toBe(false);
    expect(validate({ data })).toBe(false);
  });
});
