import { closeSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { isNativeError } from "node:util/types";
import { addressesLockName, type FileContent, idsLockName, importsFileName, sizeLimit, zoneFileName } from "./files";

/**
 * Reads a zone's files: the only place that reads them. Hidden files are skipped; one that is too large is cut just above
 * the limit.
 * @throws the system's error when the directory itself cannot be listed.
 */
export function readDirectory(directory: string): Map<string, FileContent> {
  const files = new Map<string, FileContent>();
  const topLevel = new Set([zoneFileName, "landing-zone.yml", idsLockName, importsFileName, addressesLockName]);
  for (const name of readdirSync(directory).sort()) {
    if (name === "accounts" || name === "policies") readFolder(directory, name, files);
    else if (topLevel.has(name)) files.set(name, readContent(join(directory, name)));
  }
  return files;
}

function readFolder(directory: string, folder: string, files: Map<string, FileContent>): void {
  try {
    for (const name of readdirSync(join(directory, folder)).sort()) {
      if (!name.startsWith(".")) files.set(`${folder}/${name}`, readContent(join(directory, folder, name)));
    }
  } catch (error) {
    files.set(folder, { unreadable: reason(error) });
  }
}

/** One file, or why it cannot be read. */
export function readContent(path: string): FileContent {
  try {
    const status = statSync(path);
    if (!status.isFile()) return { unreadable: status.isDirectory() ? "is a directory" : "is not a regular file" };
    const buffer = Buffer.alloc(Math.min(status.size, sizeLimit(path) + 1));
    const handle = openSync(path, "r");
    try {
      return buffer.subarray(0, readSync(handle, buffer, 0, buffer.length, 0));
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return { unreadable: reason(error) };
  }
}

/** The system's words for why a path cannot be read, without the path. */
export function reason(error: unknown): string {
  const message = isNativeError(error) ? error.message : String(error);
  return /^[A-Z]+: ([^,]+)/.exec(message)?.[1] ?? message;
}
