import { statSync } from "node:fs";

/**
 * Looks at times and sizes. `fs.watch` with `recursive` misses files made later on Linux under Node 20, and esbuild's own watching, which looks at
 * times too, knows the files of a bundle and neither contracts nor definitions.
 */
export interface ChangedFiles {
  /** Takes files as they are now, but those it knows: a change of them is still to be told. */
  note(files: readonly string[]): void;
  /** Which of the files changed since they were noted or looked at; what it does not know has changed. */
  look(files: readonly string[]): ReadonlySet<string>;
}

export function changedFiles(): ChangedFiles {
  const known = new Map<string, string>();
  return {
    note: (files) => {
      for (const file of files) if (!known.has(file)) known.set(file, stampOf(file));
    },
    look: (files) => {
      const changed = new Set<string>();
      for (const file of files) {
        const now = stampOf(file);
        if (known.get(file) !== now) changed.add(file);
        known.set(file, now);
      }
      return changed;
    },
  };
}

/** Differs whenever the file was written. */
function stampOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? "none" : `${stats.mtimeMs} ${stats.size} ${stats.ino}`;
}
