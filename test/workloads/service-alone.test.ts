import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, jest, test } from "@jest/globals";
import { App } from "cdktf";
import { handoverOf } from "../../declaration/slice/handover";
import { addStacks } from "../../main";
import { serviceAlone } from "../../workloads/service-alone";
import { sample } from "../fixtures/zones";

const scratch = mkdtempSync(join(tmpdir(), "landfall-alone-"));
const file = join(scratch, "landfall.account.json");
const stack = "payments-dev-payments";
const json = (out: string): string => readFileSync(join(out, "stacks", stack, "cdk.tf.json"), "utf8");

/** Runs the app as its `main.ts` would. @returns what it printed as a mistake */
function run(text: string | undefined): string {
  if (text !== undefined) writeFileSync(file, text);
  const printed = jest.spyOn(console, "error").mockImplementation(() => undefined);
  process.env["CDKTF_OUTDIR"] = join(scratch, "alone");
  serviceAlone(text === undefined ? join(scratch, "nothing.json") : file);
  return printed.mock.calls.flat().join("\n");
}

afterEach(() => {
  jest.restoreAllMocks();
  delete process.env["CDKTF_OUTDIR"];
  process.exitCode = undefined;
});

describe("a service in a repository of its own", () => {
  test("has the stack that the zone's project has, to the byte, from the handover alone", () => {
    const app = new App({ outdir: join(scratch, "zone") });
    addStacks(app, sample, [stack]);
    app.synth();
    expect(run(handoverOf(sample, "payments-dev"))).toBe("");
    expect(json(join(scratch, "alone"))).toBe(json(join(scratch, "zone")));
  });

  test("is told of the zone only what its stack is built from", () => {
    const text = handoverOf(sample, "payments-dev");
    const ids: object = (JSON.parse(text) as { readonly ids: object }).ids;
    expect(Object.keys(ids)).toEqual(expect.arrayContaining(["account/payments-dev", "hosted-zone/payments-dev"]));
    expect(Object.keys(ids).filter((key) => !/^(account|hosted-zone)\//.test(key))).toEqual([]);
    expect(text).not.toMatch(/reports-prod|deny-|aws\+/);
  });

  test("is refused another release's handover, what is none, and no file, with what to do", () => {
    const other = handoverOf(sample, "payments-dev").replace(/"landfall": "[^"]+"/, '"landfall": "0.0.1"');
    expect(run(other)).toMatch(/written by Landfall 0\.0\.1.*\nAsk for a new one/s);
    expect(process.exitCode).toBe(2);
    expect(run("{}")).toContain("is nothing that landfall handover wrote");
    expect(run(undefined)).toContain("`landfall handover` writes it");
  });

  test("is handed nothing for an account without a service, or before its account is deployed", () => {
    expect(() => handoverOf(sample, "network")).toThrow("the zone has no service in an account network");
    const early = { ...sample, ids: { ...sample.ids, has: () => false } };
    expect(() => handoverOf(early, "payments-dev")).toThrow("payments-dev-payments is not ready; it waits for");
  });
});
