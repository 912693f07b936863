import { createRequire } from "node:module";
import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { isPlain, search } from "../../workloads/runtime/lean/plain-path";

/** The library that Powertools' idempotency brings along. */
const library = createRequire(require.resolve("@aws-lambda-powertools/idempotency"));
const { search: jmespath }: { readonly search: typeof search } = library("@aws-lambda-powertools/jmespath");

const name = fc.oneof(
  fc.constantFrom("body", "orderId", "a_1", "_x"),
  fc.constantFrom('"idempotency-key"', '"a.b"', '"[0]"'),
);
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join("."));
const list = fc.array(path, { minLength: 1, maxLength: 3 }).map((paths) => `[${paths.join(", ")}]`);
const members = ["body", "orderId", "a_1", "_x", "idempotency-key", "a.b", "[0]", "other"];
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<unknown>(null, 0, "", "text", false),
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom(...members), tie("value"), { maxKeys: 4 }),
  ),
}));

describe("a plain path of JMESPath", () => {
  test("finds what JMESPath finds", () => {
    fc.assert(
      fc.property(fc.oneof(path, list), value, (expression, data) => {
        expect(isPlain(expression)).toBe(true);
        expect(search(expression, data)).toEqual(jmespath(expression, data));
      }),
    );
  });

  test.each(["length(body)", "body[0]", "a || b", "a.*", "powertools_json(body).id", "", "@", "`1`", "'a'", '"a\\"b"'])(
    "is not %p, which is never taken for one",
    (expression) => {
      expect(isPlain(expression)).toBe(false);
      expect(() => search(expression, {})).toThrow("more than a path of names");
    },
  );
});
