import { statSync } from "node:fs";

/**
 * Tells which of some files changed since it was asked before, those among them that it was not asked about before.
 *
 * It looks at times and sizes. `fs.watch` with `recursive` misses files made later on Linux under Node 20, and esbuild's own watching, which
 * looks at times too, knows the files of a bundle and neither contracts nor definitions.
 */
export function changedFiles(): (files: readonly string[]) => ReadonlySet<string> {
  const known = new Map<string, string>();
  return (files) => {
    const changed = new Set<string>();
    for (const file of files) {
      const now = stampOf(file);
      if (known.get(file) !== now) changed.add(file);
      known.set(file, now);
    }
    return changed;
  };
}

/** Differs whenever the file was written. */
function stampOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? "none" : `${stats.mtimeMs} ${stats.size} ${stats.ino}`;
}
