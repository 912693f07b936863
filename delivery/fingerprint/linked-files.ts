import { spawnSync } from "node:child_process";
import { lstatSync, readdirSync, readFileSync, readlinkSync, type Stats } from "node:fs";
import { join, relative, sep } from "node:path";
import { digest } from "./digest";

/** Bytes of file names that git may list; Node.js cuts off at one MiB. */
const listLimitBytes = 64 * 2 ** 20;

/**
 * The files of a directory that git holds or would take, without `node_modules`: what is built there and ignored is not in a revision either.
 * A directory outside of a repository, such as a revision that was checked out, is taken as it is.
 * @returns path relative to the directory, with `/` → digest; undefined when no file can be read there
 */
export function linkedFiles(directory: string): ReadonlyMap<string, string> | undefined {
  const names = trackedFiles(directory) ?? allFiles(directory);
  const files = names.flatMap((name): readonly (readonly [string, string])[] => {
    if (name.split("/").includes("node_modules")) return [];
    const path = join(directory, name);
    const entry = lstatSync(path, { throwIfNoEntry: false });
    const content = entry && contentOf(path, entry);
    return content === undefined ? [] : [[name, digest(content)]];
  });
  return files.length > 0 ? new Map(files) : undefined;
}

/** A symbolic link is its target's name, as for git. */
function contentOf(path: string, entry: Stats): string | Uint8Array | undefined {
  if (entry.isSymbolicLink()) return readlinkSync(path);
  return entry.isFile() ? readFileSync(path) : undefined;
}

function trackedFiles(cwd: string): readonly string[] | undefined {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const { status, stdout } = spawnSync("git", args, { cwd, encoding: "utf8", maxBuffer: listLimitBytes });
  return status === 0 ? stdout.split("\0").filter((name) => name !== "") : undefined;
}

function allFiles(directory: string): readonly string[] {
  const isThere = lstatSync(directory, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (!isThere) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join("/"));
}
