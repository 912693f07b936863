import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { serviceRows } from "../../../rehearsal/fill/resources";
import type { ResourceRow, ServiceRows, Verb } from "../../../rehearsal/fill/row";
import { type ServiceModel, type ServiceModels, serviceModels } from "../../../rehearsal/gateway/service-models";
import { botocoreData } from "./call";

let models: ServiceModels;
beforeAll(async () => {
  models = serviceModels(await botocoreData());
}, 360_000);

function modelOf({ model }: ServiceRows): ServiceModel {
  const found = models.load(model);
  if (found === undefined) throw new Error(`botocore has no ${model}`);
  return found;
}

const rows = serviceRows.flatMap((service) =>
  service.resources.map((row) => ({ name: `${service.service}: ${row.resource}`, service, row })),
);

const inputs = (model: ServiceModel, operation: string): readonly string[] =>
  Object.keys(model.shapes[model.operations[operation]?.input?.shape ?? ""]?.members ?? {});
const outputs = (model: ServiceModel, operation: string): readonly string[] =>
  Object.keys(model.shapes[model.operations[operation]?.output?.shape ?? ""]?.members ?? {});

/** What a row says of an operation that AWS's model does not know. */
function mistakes(model: ServiceModel, operation: string, verb: Verb): readonly string[] {
  if (model.operations[operation] === undefined) return [`no operation ${operation}`];
  return [
    ...("from" in verb && verb.from !== undefined && !inputs(model, operation).includes(verb.from)
      ? [`${operation}<${verb.from}`]
      : []),
    ...("at" in verb && verb.at !== undefined && !outputs(model, operation).includes(verb.at)
      ? [`${operation}>${verb.at}`]
      : []),
  ];
}

const errors = (row: ResourceRow): readonly string[] => [row.missing, row.exists].filter((name) => name !== undefined);

describe("every row fits its service's model", () => {
  test.each(rows)("$name", ({ service, row }) => {
    const model = modelOf(service);
    expect(Object.entries(row.operations).flatMap(([operation, verb]) => mistakes(model, operation, verb))).toEqual([]);
    expect(errors(row).filter((name) => model.shapes[name]?.exception !== true)).toEqual([]);
    expect(service.resources.map(({ resource }) => resource)).toContain(row.of?.resource ?? row.resource);
  });

  test("and so do the tag operations", () => {
    const unknown = serviceRows.flatMap((service) => {
      const { tag, untag, list } = service.tagging ?? {};
      return [tag, untag, list].filter((name) => name !== undefined && modelOf(service).operations[name] === undefined);
    });
    expect(unknown).toEqual([]);
  });
});

test("a row takes ten lines or fewer", () => {
  const directory = join(__dirname, "../../../rehearsal/fill/resources");
  const long = readdirSync(directory).flatMap((file) => {
    const text = readFileSync(join(directory, file), "utf8");
    return [...text.matchAll(/^ {4}\{\n(.*?)^ {4}\},$/gms)]
      .map(([, row = ""]) => row.trimEnd().split("\n"))
      .filter((lines) => lines.length > 10)
      .map((lines) => `${file}: ${lines[0]?.trim() ?? ""} ${lines.length}`);
  });
  expect(long).toEqual([]);
});
