import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { terraformEnvironment } from "../../rehearsal/provider/terraform-environment";
import { buildEvents } from "../../workloads/events/events-stack";
import { shopZone, stackText } from "../workloads/events/shop";
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
  readonly diagnostics: readonly {
    readonly severity: string;
    readonly summary: string;
    readonly detail: string;
    readonly range?: { readonly filename: string };
  }[];
}

/**
 * Errors of Terraform and the provider, by the name of the stack, of stacks that are checked as modules of one configuration: Terraform takes
 * two seconds to read the provider's schema, once a command.
 *
 * @param stacks name → the text of its `cdk.tf.json`
 */
async function validate(stacks: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, readonly string[]>> {
  const cwd = mkdtempSync(join(tmpdir(), "landfall-validate-"));
  const module: Record<string, { readonly source: string }> = {};
  for (const [name, json] of stacks) {
    mkdirSync(join(cwd, name));
    writeFileSync(join(cwd, name, "cdk.tf.json"), json);
    module[name] = { source: `./${name}` };
  }
  writeFileSync(join(cwd, "main.tf.json"), JSON.stringify({ module }));
  const env = { ...process.env, ...terraformEnvironment({ runDirectory: join(cwd, "run") }) };
  const terraform = (...args: readonly string[]): Promise<string> =>
    promisify(execFile)("terraform", args, { cwd, env, maxBuffer: 2 ** 26 }).then(
      ({ stdout }) => stdout,
      // Findings are told on the standard output, with exit code 1.
      (failure: { readonly stdout?: string }) => failure.stdout || Promise.reject(failure),
    );
  await terraform("init", "-backend=false", "-input=false", "-no-color");
  const { diagnostics }: Diagnostics = JSON.parse(await terraform("validate", "-json"));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return new Map(
    [...stacks.keys()].map((name) => [
      name,
      errors
        .filter(({ range }) => range?.filename.startsWith(`${name}/`))
        .map(({ summary, detail }) => `${summary}: ${detail}`),
    ]),
  );
}

describe("terraform validate with the real provider", () => {
  const shapes = new Map<string, readonly [name: string, json: string]>();
  for (const [name, directory] of Object.entries(testZones)) {
    for (const [id, json] of synthesise(lockedZone(directory)).stacks) {
      const key = JSON.stringify(shape(JSON.parse(json)));
      if (!shapes.has(key)) shapes.set(key, [`${name}--${id}`, json]);
    }
  }
  shapes.set("shop--events", ["shop--events", stackText(shopZone(), "events", buildEvents)]);
  const stacks = new Map(shapes.values());
  let found: ReadonlyMap<string, readonly string[]>;

  beforeAll(async () => {
    found = await validate(stacks);
  }, 300_000);

  test.each([...stacks.keys()])("accepts the stack shape of %s", (name) => {
    expect(found.get(name)).toEqual([]);
  });

  test("refuses an argument that does not exist, a wrong value and a dangling reference, in their stack", async () => {
    const broken = (json: string): string =>
      json
        .replace('"enable_key_rotation": true', '"enable_key_rotatoin": true')
        .replace(/"cidr_block": "[^"]+"/, '"cidr_block": "10.0.0.0"')
        .replace("${aws_ec2_transit_gateway.", "${aws_ec2_transit_gateway.nowhere");
    const wanted = ["sample--logs", "sample--network", "sample--identity"];
    const some = new Map(
      [...stacks].filter(([name]) => wanted.includes(name)).map(([name, json]) => [name, broken(json)]),
    );
    const errors = await validate(some);
    expect(errors.get("sample--logs")?.join()).toContain("enable_key_rotatoin");
    expect(errors.get("sample--network")?.join()).toContain("nowhere");
    expect(errors.get("sample--network")?.join()).toContain("invalid CIDR");
    expect(errors.get("sample--identity")).toEqual([]);
  }, 300_000);
});
