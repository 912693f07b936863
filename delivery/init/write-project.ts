import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ProjectPlan } from "./plan-project";

/**
 * Writes the planned files: all of them beside their places first, then each by renaming. Where that fails, those in place
 * are taken away again; where it is killed, making the project again goes on.
 * @throws the system's error
 */
export function writeProject({ directory, write }: ProjectPlan): void {
  // Where git does not look, should this be killed.
  const cache = join(directory, ".landfall");
  mkdirSync(cache, { recursive: true });
  const staging = mkdtempSync(join(cache, "init-"));
  const placed: string[] = [];
  try {
    for (const [path, text] of write) writeInto(staging, path, text);
    for (const path of write.keys()) {
      const file = join(directory, path);
      const isNew = !existsSync(file);
      mkdirSync(dirname(file), { recursive: true });
      renameSync(join(staging, path), file);
      if (isNew) placed.push(file);
    }
  } catch (error) {
    for (const file of placed) rmSync(file, { force: true });
    throw error;
  } finally {
    rmSync(staging, { recursive: true, force: true });
    if (readdirSync(cache).length === 0) rmdirSync(cache);
  }
}

function writeInto(staging: string, path: string, text: string): void {
  mkdirSync(dirname(join(staging, path)), { recursive: true });
  writeFileSync(join(staging, path), text);
}
