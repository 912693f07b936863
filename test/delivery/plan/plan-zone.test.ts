import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { landfall } from "../../../cli/landfall";
import { DeclarationError } from "../../../declaration/load";
import { planZone } from "../../../delivery/plan/plan-zone";
import type { ZonePlan } from "../../../delivery/plan/zone-plan";

const directory = mkdtempSync(join(tmpdir(), "landfall-plan-zone-"));
const zoneDirectory = join(directory, "zone");
const synthesised = join(directory, "synthesised");
const brokenApp = join(directory, "broken-app");
const home = process.cwd();

/** An app whose stacks need neither provider nor AWS. Some cannot be synthesised, and take down those synthesised with them. */
const app = `
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
const { LANDFALL_STACKS = "", CDKTF_OUTDIR = "" } = process.env;
const stacks = LANDFALL_STACKS.split(",");
appendFileSync(${JSON.stringify(synthesised)}, LANDFALL_STACKS + "\\n");
if (existsSync(${JSON.stringify(brokenApp)})) throw new Error("main.ts: expected a bracket");
if (stacks.includes("shop-payments")) throw new Error("getPayment.ts: expected a brace");
if (stacks.includes("logs")) {
  console.error("openapi.yaml lacks an operation");
  process.exit(2);
}
for (const stack of stacks) {
  mkdirSync(CDKTF_OUTDIR + "/stacks/" + stack, { recursive: true });
  writeFileSync(CDKTF_OUTDIR + "/stacks/" + stack + "/cdk.tf.json", '{ "output": { "a": { "value": 1 } } }');
}
writeFileSync(CDKTF_OUTDIR + "/manifest.json", JSON.stringify({ stacks: Object.fromEntries(stacks.map((id) => [id, {}])) }));
`;

beforeAll(() => {
  cpSync(join(__dirname, "../../zones/minimal"), zoneDirectory, { recursive: true });
  writeFileSync(join(directory, "cdktf.json"), '{ "language": "typescript", "app": "npx tsx main.ts" }');
  writeFileSync(join(directory, "main.ts"), app);
  mkdirSync(join(directory, "services/payments"), { recursive: true });
  writeFileSync(join(directory, "services/payments/service.ts"), "");
  process.chdir(directory);
});
afterAll(() => {
  process.chdir(home);
  rmSync(directory, { recursive: true, force: true });
});

function planned(only: readonly string[], zone = zoneDirectory): Promise<ZonePlan> {
  const outDirectory = join(directory, "out");
  const credentialsFor = () => Promise.resolve({});
  return planZone({ zoneDirectory: zone, outDirectory, credentialsFor, terraformEnv: {}, only });
}

function runs(): readonly string[] {
  const lines = readFileSync(synthesised, "utf8").trim().split("\n");
  rmSync(synthesised);
  return lines;
}

describe("a plan of stacks of which one cannot be synthesised", () => {
  test("tells its error, and is made of the others", async () => {
    const { stacks } = await planned(["org", "shop", "shop-payments"]);
    expect(stacks).toMatchObject([
      { stack: "org", status: "planned", changes: [{ address: "output.a" }] },
      { stack: "shop", status: "validated" },
      {
        stack: "shop-payments",
        status: "failed",
        errors: [expect.stringContaining("getPayment.ts: expected a brace")],
      },
    ]);
    expect([...runs()].sort()).toEqual(["org", "shop", "shop,shop-payments", "shop-payments"]);
  });

  test("is one JSON document, and ends with exit code 1", async () => {
    const out: string[] = [];
    const log = jest.spyOn(console, "log").mockImplementation((line: string) => void out.push(line));
    const code = await landfall(["plan", "logs", "shop", "shop-payments", "--json", "--zone", zoneDirectory]);
    log.mockRestore();
    expect(code).toBe(1);
    expect(JSON.parse(out.join("\n"))).toMatchObject({
      stacks: [
        { stack: "logs", status: "failed", errors: [expect.stringContaining("openapi.yaml lacks an operation")] },
        { stack: "shop", status: "validated" },
        { stack: "shop-payments", status: "failed" },
      ],
    });
    runs();
  });

  test("is not that of what was synthesised earlier", async () => {
    expect((await planned(["org"])).stacks).toMatchObject([{ status: "planned" }]);
    writeFileSync(brokenApp, "");
    const { stacks } = await planned(["org"]);
    rmSync(brokenApp);
    expect(stacks).toMatchObject([{ status: "failed", errors: [expect.stringContaining("expected a bracket")] }]);
  });

  test("is not made when the zone does not load", async () => {
    const broken = join(directory, "broken");
    mkdirSync(broken);
    await expect(planned(["org"], broken)).rejects.toThrow(DeclarationError);
  });

  test("is not tried again stack by stack once it is stopped", async () => {
    const stop = new AbortController();
    const outDirectory = join(directory, "out");
    const credentialsFor = () => Promise.resolve({});
    const only = ["shop", "shop-payments"];
    const run = planZone({ zoneDirectory, outDirectory, credentialsFor, terraformEnv: {}, only, stop: stop.signal });
    stop.abort();
    await expect(run).rejects.toThrow("abort");
  });
});
