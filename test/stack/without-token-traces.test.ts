import { describe, expect, test } from "@jest/globals";
import { withoutTokenTraces } from "../../stack/without-token-traces";

/** As CDKTF's tokens do when they are made. */
function traceOfToken(): string {
  const token = { stack: "" };
  Error.captureStackTrace(token, traceOfToken);
  return token.stack;
}

function fails(): never {
  throw new Error("a mistake");
}

describe("without traces of tokens", () => {
  test("a token's trace is empty, and is not when traces are asked for or it is over", () => {
    expect(withoutTokenTraces(traceOfToken)).toBe("");
    expect(withoutTokenTraces(traceOfToken, { CDKTF_LOG_LEVEL: "debug" })).toContain("without-token-traces.test");
    expect(traceOfToken()).toContain("without-token-traces.test");
  });

  test("an error has its trace, looked at during it or after", () => {
    expect(withoutTokenTraces(() => new Error("seen").stack)).toMatch(/seen\n +at .*without-token-traces\.test/);
    let error: unknown;
    try {
      withoutTokenTraces(fails);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(Error);
    expect(error instanceof Error ? error.stack : "").toMatch(/a mistake\n +at fails .*without-token-traces\.test/);
  });

  test("what was there before is there again, after an error too", () => {
    const before = Error.prepareStackTrace;
    expect(() => withoutTokenTraces(fails)).toThrow("a mistake");
    expect(Error.prepareStackTrace).toBe(before);
  });
});
