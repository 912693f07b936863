import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { projectAt } from "../../declaration/project";
import { serviceNamed } from "../../workloads/services";

const directory = mkdtempSync(join(tmpdir(), "landfall-services-"));
const definition = (name: string): string =>
  `{ name: ${JSON.stringify(name)}, contract: "openapi.yaml", handlers: "handlers", tables: {}, operations: {} }`;
const files = {
  "cdktf.json": "{}",
  "services/stock/service.ts": `export const stock = ${definition("stock")}; export default stock; export const limit = 3;`,
  "services/broken/service.ts": `throw new Error("never run for another service");`,
  "services/misnamed/service.ts": `export const it = ${definition("other")};`,
  "services/empty/service.ts": `export const limit = 3;`,
  "services/twice/service.ts": `export const a = ${definition("twice")}; export const b = ${definition("twice")};`,
};

beforeAll(() => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(directory, path, ".."), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe("a service", () => {
  test("is what its folder's service.ts exports, and no other service's file is run", () => {
    expect(serviceNamed("stock", projectAt(directory)).name).toBe("stock");
  });

  test.each([
    ["nowhere", "there is no service nowhere"],
    ["../services/stock", "there is no service ../services/stock"],
    ["misnamed", "services/misnamed/service.ts exports other"],
    ["empty", "services/empty/service.ts exports no service"],
    ["twice", "services/twice/service.ts exports twice, twice"],
  ])("called %s is refused: %s", (name, message) => {
    expect(() => serviceNamed(name, projectAt(directory))).toThrow(message);
  });
});
