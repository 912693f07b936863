import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { eject } from "../../../delivery/eject/eject";
import { lockedZone } from "../../synth/synthesise";

const minimal = join(__dirname, "../../zones/minimal");
const fresh = (): string => join(mkdtempSync(join(tmpdir(), "landfall-eject-test-")), "terraform");

describe("eject", () => {
  test("writes a root a stack, its assets where its configuration names them, and how to run it", async () => {
    const directory = fresh();
    mkdirSync(directory);
    const { stacks, waiting } = await eject({
      zoneDirectory: lockedZone(minimal),
      directory,
      only: ["routing", "shop-payments"],
    });
    expect({ stacks, waiting }).toEqual({ stacks: ["routing", "shop-payments"], waiting: [] });
    expect(readdirSync(directory).sort()).toEqual(["README.md", "routing", "shop-payments"]);
    const text = readFileSync(join(directory, "shop-payments", "main.tf.json"), "utf8");
    const functions = Object.values(JSON.parse(text).resource.aws_lambda_function) as { filename: string }[];
    expect(functions.length).toBeGreaterThan(0);
    expect(functions.filter(({ filename }) => !existsSync(join(directory, "shop-payments", filename)))).toEqual([]);
    expect(text).not.toMatch(/cdktf|metadata"|\/(home|tmp|work)\//i);
    const instructions = readFileSync(join(directory, "shop-payments", "README.md"), "utf8");
    expect(instructions).toMatch(/credentials of the role `landfall-service` of the account `shop` \(\d{12}\)/);
    expect(instructions).toMatch(/s3:\/\/tiny-landfall-state-\d{12}\/service\/shop-payments\.tfstate/);
  });

  test("leaves out what is not ready and says what it waits for", async () => {
    const directory = fresh();
    const { stacks, waiting } = await eject({ zoneDirectory: minimal, directory, only: [] });
    expect(stacks).toEqual(["org"]);
    expect(waiting.join("\n")).toContain("shop-payments is not ready; it waits for account/shop");
  });

  test("refuses a stack that is asked for and not ready, and writes nothing", async () => {
    const directory = fresh();
    const asked = eject({ zoneDirectory: minimal, directory, only: ["org", "routing"] });
    await expect(asked).rejects.toThrow("routing is not ready");
    expect(existsSync(directory)).toBe(false);
  });

  test("refuses a directory that holds something, and leaves it alone", async () => {
    const directory = fresh();
    mkdirSync(directory);
    writeFileSync(join(directory, "mine"), "");
    await expect(eject({ zoneDirectory: minimal, directory, only: [] })).rejects.toThrow("holds something already");
    expect(readdirSync(directory)).toEqual(["mine"]);
  });
});
