import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { setKey } from "../../declaration/edit/set-key";
import { landfall } from "./landfall";

const temporary = mkdtempSync(join(tmpdir(), "landfall-left-"));
const zone = join(temporary, "zone");
const file = (name: string): string => join(zone, "accounts", `${name}.yaml`);

/** A zone whose one workload account is suspended, and which had another one that is closed. */
beforeAll(() => {
  cpSync(resolve(__dirname, "../zones/minimal"), zone, { recursive: true });
  const declaration = join(zone, "landing-zone.yaml");
  const text = readFileSync(declaration, "utf8")
    .replace("  core: {}", "  core: {}\n  suspended: {}")
    .replace("guardrails:", "guardrails:\n  deny-everything: { attachTo: [suspended] }");
  writeFileSync(declaration, text);
  const shop = readFileSync(file("shop"), "utf8");
  writeFileSync(file("shop"), setKey(shop, "status", "suspended"));
  writeFileSync(file("kiosk"), setKey(setKey(shop, "status", "closed"), "name", "kiosk"));
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

test("a zone with a suspended account and a closed one is deployed and planned again without a change", async () => {
  const { code, output } = await landfall("rehearse", "--zone", zone, "--only", "org");
  expect(output).toContain("organization tree as declared: 4 accounts in 4 organizational units");
  expect(output).toContain("second plan of every stack shows no change: 1 stacks planned again");
  expect(code).toBe(0);
}, 720_000);
