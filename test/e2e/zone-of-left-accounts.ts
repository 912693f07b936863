import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setKey } from "../../declaration/edit/set-key";

/** Writes the smallest zone with its one workload account suspended, and another one that it had and that is closed. */
export function writeZoneOfLeftAccounts(zone: string): void {
  const file = (name: string): string => join(zone, "accounts", `${name}.yaml`);
  cpSync(resolve(__dirname, "../zones/minimal"), zone, { recursive: true });
  const declaration = join(zone, "landing-zone.yaml");
  const text = readFileSync(declaration, "utf8")
    .replace("  core: {}", "  core: {}\n  suspended: {}")
    .replace("guardrails:", "guardrails:\n  deny-everything: { attachTo: [suspended] }");
  writeFileSync(declaration, text);
  const shop = readFileSync(file("shop"), "utf8");
  writeFileSync(file("shop"), setKey(shop, "status", "suspended"));
  writeFileSync(file("kiosk"), setKey(setKey(shop, "status", "closed"), "name", "kiosk"));
}
