import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { terraformEnvironment } from "../../rehearsal/provider/terraform-environment";
import { lockedZone, synthesise, testZones } from "./synthesise";

/** A JSON text's structure: values replaced by their type, names of resources dropped, equal members once. */
function shape(value: unknown, depth = 0): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((item) => JSON.stringify(shape(item, depth + 1))))].sort();
  if (typeof value !== "object" || value === null) return typeof value;
  const entries = Object.entries(value).filter(([key]) => key !== "//");
  const isNames = depth === 2;
  return isNames
    ? [...new Set(entries.map(([, item]) => JSON.stringify(shape(item, depth + 1))))].sort()
    : Object.fromEntries(entries.map(([key, item]) => [key, shape(item, depth + 1)]).sort());
}

interface Diagnostics {
  readonly valid: boolean;
  readonly diagnostics: readonly { readonly severity: string; readonly summary: string; readonly detail: string }[];
}

describe("terraform validate with the real provider", () => {
  const shapes = new Map<string, string>();
  for (const [name, directory] of Object.entries(testZones)) {
    const { out, stacks } = synthesise(lockedZone(directory));
    for (const [id, json] of stacks) {
      const key = JSON.stringify(shape(JSON.parse(json)));
      if (!shapes.has(key)) shapes.set(key, [name, id, join(out, "stacks", id)].join(" "));
    }
  }
  const environment = terraformEnvironment({ runDirectory: mkdtempSync(join(tmpdir(), "landfall-validate-")) });

  test.concurrent.each([...shapes.values()].map((entry) => entry.split(" ")))(
    "accepts the stack shape of zone %s, stack %s",
    async (_zone, _id, cwd) => {
      const env = { ...process.env, ...environment };
      const terraform = async (...args: readonly string[]): Promise<string> =>
        (await promisify(execFile)("terraform", args, { cwd, env })).stdout;
      await terraform("init", "-backend=false", "-input=false", "-no-color");
      const result: Diagnostics = JSON.parse(await terraform("validate", "-json"));
      const errors = result.diagnostics.filter((finding) => finding.severity === "error");
      expect(errors.map((error) => `${error.summary}: ${error.detail}`)).toEqual([]);
      expect(result.valid).toBe(true);
    },
    180_000,
  );
});
