import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { projectAt } from "../../declaration/project";

/** A function's code, ready to deploy. */
export interface Bundle {
  /** Absolute path of the zip. */
  readonly file: string;
  readonly bytes: number;
  /** SHA-256 of the zip in hexadecimal. */
  readonly sha256: string;
}

/** What was built, and the files it was built from (absolute paths). */
export interface Built {
  readonly zip: Uint8Array;
  readonly inputs: readonly string[];
}

/** Part of every identity. Entries of the first format did not say which code of Landfall had built them. */
export const entryFormat = 2;

interface Entry {
  readonly sha256: string;
  /** Path relative to the project → SHA-256 of the content. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** The project, where bundles are kept. */
export function projectRoot(): string {
  return projectAt().directory;
}

/**
 * The bundle stored under the identity, when every file it was built from still has the content it had.
 *
 * @param identity hexadecimal digest of what decides a build but is in no file
 */
export function cached(identity: string): Bundle | undefined {
  const root = projectRoot();
  const entry = readEntry(entryFile(root, identity));
  if (!entry) return undefined;
  const current = Object.entries(entry.inputs).every(([path, hash]) => fileHash(join(root, path)) === hash);
  return current ? readBundle(root, entry.sha256) : undefined;
}

/** Keeps what was built. Files appear by renaming, so processes side by side never see half of one. */
export function store(identity: string, { zip, inputs }: Built): Bundle {
  const root = projectRoot();
  const sha256 = digest(zip);
  const hashes = inputs.map((file) => [relative(root, file), fileHash(file) ?? ""] as const);
  writeWhole(zipFile(root, sha256), zip);
  writeWhole(entryFile(root, identity), JSON.stringify({ sha256, inputs: Object.fromEntries(hashes) }));
  return { file: zipFile(root, sha256), bytes: zip.byteLength, sha256 };
}

function zipFile(root: string, sha256: string): string {
  return join(root, ".landfall", "bundles", sha256, "function.zip");
}

function entryFile(root: string, identity: string): string {
  return join(root, ".landfall", "bundles", `${identity}.json`);
}

function readEntry(file: string): Entry | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Entry;
  } catch {
    return undefined;
  }
}

function readBundle(root: string, sha256: string): Bundle | undefined {
  const file = zipFile(root, sha256);
  if (!existsSync(file)) return undefined;
  const content = readFileSync(file);
  return digest(content) === sha256 ? { file, bytes: content.byteLength, sha256 } : undefined;
}

const hashes = new Map<string, string | undefined>();

/** Functions of a service share most of their files: each is read once a process. */
function fileHash(file: string): string | undefined {
  if (!hashes.has(file)) hashes.set(file, existsSync(file) ? digest(readFileSync(file)) : undefined);
  return hashes.get(file);
}

function digest(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

function writeWhole(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}
