import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The version in Landfall's own package.json. */
export function programVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(__dirname, "..", "package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest ? String(manifest.version) : "0";
}
