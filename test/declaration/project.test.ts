import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "@jest/globals";
import { findProject, projectAt, serviceNames } from "../../declaration/project";

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "landfall-project-")));
let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(scratch, "team-"));
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(directory, path, ".."), { recursive: true });
  writeFileSync(join(directory, path), text);
}

describe("the project", () => {
  test("is the directory of the nearest cdktf.json, also from below", () => {
    write("cdktf.json", "{}");
    write("zone/accounts/a.yaml", "");
    expect(projectAt(join(directory, "zone/accounts"))).toEqual({ directory, services: join(directory, "services") });
  });

  test("says in cdktf.json where its services are", () => {
    write("cdktf.json", '{ "context": { "services": "apps" } }');
    expect(projectAt(directory).services).toBe(join(directory, "apps"));
  });

  test("is this checkout where there is no other", () => {
    expect(findProject(directory)?.directory).toBe(resolve(__dirname, "../.."));
  });

  test("with a broken cdktf.json is told so", () => {
    write("cdktf.json", "{");
    expect(() => projectAt(directory)).toThrow(/cdktf.json cannot be read/);
  });
});

describe("a project's services", () => {
  test("are the folders with a service.ts", () => {
    write("cdktf.json", "{}");
    write("services/stock/service.ts", "");
    write("services/basket/service.ts", "");
    write("services/notes/README.md", "");
    write("services/README.md", "");
    expect(serviceNames(projectAt(directory))).toEqual(["basket", "stock"]);
  });

  test("are none while there is no such directory", () => {
    write("cdktf.json", "{}");
    expect(serviceNames(projectAt(directory))).toEqual([]);
  });
});
