import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { partsOf } from "../../../atlas/map/model/service-parts";
import { fanOut } from "../../../examples/patterns/services/fan-out/service";
import { pictures } from "../../../examples/patterns/services/pictures/service";
import { streamAnalytics } from "../../../examples/patterns/services/stream-analytics/service";

const root = resolve(__dirname, "../../..");
const style = readFileSync(join(root, "atlas/map/picture.css"), "utf8");

/** Kinds of parts, as `schemas/map.json` has them. */
function kindsInSchema(): readonly string[] {
  const schema = readFileSync(join(root, "schemas/map.json"), "utf8");
  const [, list = ""] = /"enum": (\[\s+"api",[^\]]*\])/.exec(schema) ?? [];
  return JSON.parse(list) as readonly string[];
}

describe("what a service is made of", () => {
  test("has topics, data streams and schedules, which the schema knows as it does all others", () => {
    const kinds = [fanOut, streamAnalytics, pictures].flatMap((service) =>
      partsOf(service).parts.map(({ kind }) => kind),
    );
    expect(kinds).toEqual(expect.arrayContaining(["topic", "dataStream", "schedule"]));
    expect(kinds.filter((kind) => !kindsInSchema().includes(kind))).toEqual([]);
  });

  test("has a colour for every kind", () => {
    expect(kindsInSchema().filter((kind) => !style.includes(`.part-${kind} rect`))).toEqual([]);
  });
});
