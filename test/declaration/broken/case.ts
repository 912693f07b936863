import type { ProblemCode } from "../../../declaration/problem/codes";
import type { FileContent } from "../../../declaration/source/files";

/** A change that breaks test/zones/minimal, the code it must reach, and every line that must be printed. */
export interface BrokenCase {
  readonly code: ProblemCode;
  readonly change: Change;
  readonly says: readonly string[];
}

export type Change = (files: Map<string, FileContent>) => void;

export function edit(file: string, from: string, to: string): Change {
  return (files) => {
    const text = String(files.get(file));
    if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
    files.set(
      file,
      text.replace(from, () => to),
    );
  };
}

export function append(file: string, text: string): Change {
  return (files) => void files.set(file, String(files.get(file)) + text);
}

export function write(file: string, content: FileContent): Change {
  return (files) => void files.set(file, content);
}

export function remove(...names: string[]): Change {
  return (files) => names.forEach((name) => files.delete(name));
}

export function both(...changes: Change[]): Change {
  return (files) => changes.forEach((change) => change(files));
}

export const zone = "landing-zone.yaml";
export const shop = "accounts/shop.yaml";
export const vault = "accounts/vault.yaml";
export const boss = "accounts/boss.yaml";
export const policy = "policies/no-gpu.json";
export const ranges = "addresses.lock.json";
export const imports = "imports.json";
export const ids = "ids.lock.json";
