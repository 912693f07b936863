import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isNativeError } from "node:util/types";
import type { z } from "zod";
import { DeclarationError, type Problem } from "./problem/problem";
import { addressesLock, idsLock } from "./schema/lock";
import { shape } from "./shape/shape";
import { addressesLockName, type FileContent, idsLockName } from "./source/files";
import { parse } from "./source/parse";
import { reason } from "./source/read-directory";
import { sorted, writeJson } from "./source/write-json";

/**
 * Ids locked in a zone's `ids.lock.json`; empty when there is no such file.
 * @throws DeclarationError when the file is not a lock file, for example after a merge left its markers.
 */
export function readIds(directory: string): Readonly<Record<string, string>> {
  return readLock(directory, idsLockName, idsLock)?.ids ?? {};
}

/**
 * Ranges recorded in a zone's `addresses.lock.json`; empty when there is no such file.
 * @throws DeclarationError as `readIds` does.
 */
export function readRanges(directory: string): Readonly<Record<string, string>> {
  return readLock(directory, addressesLockName, addressesLock)?.ranges ?? {};
}

/** Replaces `ids.lock.json`: sorted, whole or not at all. */
export function writeIds(directory: string, record: Readonly<Record<string, string>>): void {
  writeJson(join(directory, idsLockName), { version: 1, ids: sorted(record) });
}

function readLock<T extends Record<string, unknown>>(
  directory: string,
  name: string,
  schema: z.ZodObject<z.ZodRawShape> & z.ZodType<T>,
): T | undefined {
  const file = join(directory, name);
  const content = read(file);
  if (content === undefined) return undefined;
  const parsed = parse(name, file, content);
  const problems: readonly Problem[] = "problems" in parsed ? parsed.problems : [];
  const shaped = "source" in parsed ? shape<T>(schema, parsed.source) : undefined;
  if (shaped?.complete) return shaped.complete;
  throw new DeclarationError(shaped?.problems ?? problems);
}

function read(file: string): FileContent | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (isNativeError(error) && "code" in error && error.code === "ENOENT") return undefined;
    return { unreadable: reason(error) };
  }
}
