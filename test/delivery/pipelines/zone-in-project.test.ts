import { join, resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { zoneInProject } from "../../../delivery/pipelines/zone-in-project";

const root = resolve(__dirname, "../../..");

describe("the zone's place in a pipeline", () => {
  test("is relative to the project, however it was named", () => {
    expect(zoneInProject(join(root, "zone"), root)).toBe("zone");
    expect(zoneInProject(join(root, "zones", "europe"), root)).toBe("zones/europe");
  });

  test("is not outside of it", () => {
    expect(() => zoneInProject(join(root, "..", "elsewhere"), root)).toThrow(/outside of the project/);
  });
});
