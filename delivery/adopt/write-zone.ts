import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { UserError } from "../../declaration/user-error";

/**
 * Writes the files of a zone into a directory that is new or empty: it appears whole or not at all.
 * @returns false when all of them are there already, as they would be written
 * @throws UserError when the directory holds anything else
 */
export function writeZone(directory: string, files: ReadonlyMap<string, string>): boolean {
  const target = resolve(directory);
  if (!isEmpty(target)) {
    if (holdsAll(target, files)) return false;
    throw new UserError(
      `${directory} holds something else already; nothing was written`,
      "Name a new or an empty directory, and compare the two.",
    );
  }
  const staging = join(dirname(target), `.${basename(target)}-${randomUUID()}`);
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(staging, path)), { recursive: true });
      writeFileSync(join(staging, path), text);
    }
    renameSync(staging, target);
    return true;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function isEmpty(directory: string): boolean {
  if (!existsSync(directory)) return true;
  return statSync(directory).isDirectory() && readdirSync(directory).length === 0;
}

function holdsAll(directory: string, files: ReadonlyMap<string, string>): boolean {
  if (!statSync(directory).isDirectory()) return false;
  const found = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((path) =>
    statSync(join(directory, path)).isFile(),
  );
  return found.length === files.size && [...files].every(([path, text]) => readText(join(directory, path)) === text);
}

function readText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}
