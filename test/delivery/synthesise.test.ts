import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "@jest/globals";
import { UserError } from "../../declaration/user-error";
import { stackDirectory, synthesise } from "../../delivery/synthesise";

let zoneDirectory: string;
let outDirectory: string;

beforeEach(() => {
  const directory = mkdtempSync(join(tmpdir(), "landfall-synth-"));
  zoneDirectory = join(directory, "zone");
  outDirectory = join(directory, "out");
  cpSync(join(__dirname, "../../zone"), zoneDirectory, { recursive: true });
});

function manifest(): { stacks: Record<string, unknown> } {
  return JSON.parse(readFileSync(join(outDirectory, "manifest.json"), "utf8")) as { stacks: Record<string, unknown> };
}

describe("synthesis into an output directory", () => {
  test("adds a stack beside those there, and keeps what Terraform left in its directory", async () => {
    const kept = join(stackDirectory(outDirectory, "org"), ".terraform");
    mkdirSync(kept, { recursive: true });
    writeFileSync(join(outDirectory, "manifest.json"), JSON.stringify({ version: "0.21.0", stacks: { logs: {} } }));
    await synthesise({ zoneDirectory, outDirectory, stacks: ["org"] });
    expect(Object.keys(manifest().stacks).sort()).toEqual(["logs", "org"]);
    expect(readFileSync(join(stackDirectory(outDirectory, "org"), "cdk.tf.json"), "utf8")).toContain(
      "aws_organizations",
    );
    expect(existsSync(kept)).toBe(true);
    expect(readdirSync(outDirectory).filter((name) => name.startsWith(".synth"))).toEqual([]);
  }, 180_000);

  test("of a broken declaration is the user's to put right, with every problem", async () => {
    writeFileSync(join(zoneDirectory, "accounts", "audit.yaml"), "nothing: 1\n");
    const failure = synthesise({ zoneDirectory, outDirectory, stacks: ["org"] });
    await expect(failure).rejects.toThrow(UserError);
    await expect(failure).rejects.toThrow(/audit\.yaml:1:1 LF/);
    expect(existsSync(join(outDirectory, "manifest.json"))).toBe(false);
  }, 180_000);

  test("of a stack that is not ready is a bug of the caller", async () => {
    await expect(synthesise({ zoneDirectory, outDirectory, stacks: ["network"] })).rejects.toThrow(
      "main.ts did not synthesise network, which should be ready",
    );
  }, 180_000);
});
