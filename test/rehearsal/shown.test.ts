import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { stackDirectory } from "../../delivery/synthesise";
import { behaving, shownOf } from "../../rehearsal/shown";

const out = mkdtempSync(join(tmpdir(), "landfall-shown-"));
const stacks: Readonly<Record<string, object>> = {
  one: { resource: { aws_sqs_queue: { a: {}, b: {} }, aws_budgets_budget: { c: {} } } },
  two: { resource: { aws_iam_role: { d: {} } } },
  three: {},
};
beforeAll(() => {
  for (const [stack, json] of Object.entries(stacks)) {
    const directory = stackDirectory(out, stack);
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, "cdk.tf.json"), JSON.stringify(json));
  }
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe("what a rehearsal shows", () => {
  test("is counted for the stacks that were deployed, a stack without resources too", () => {
    expect(shownOf(out, ["one", "two", "three"])).toEqual({ behaves: 3, stored: 1 });
    expect(shownOf(out, ["one"])).toEqual({ behaves: 2, stored: 1 });
    expect(shownOf(out, [])).toEqual({ behaves: 0, stored: 0 });
  });

  test.each(Object.keys(behaving))("%s is a type of the provider", (type) => {
    const bindings = dirname(require.resolve("@cdktf/provider-aws/package.json"));
    const name = type.replace("aws_", "").replaceAll("_", "-");
    expect(existsSync(join(bindings, "lib", name, "index.js"))).toBe(true);
  });
});
