import { existsSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { buildSync } from "esbuild";

/** Modules of a project and what they import: paths relative to the project, with `/`; packages by their names. */
export interface ModuleGraph {
  /** Module → the modules it imports. Imports of types alone are none. */
  readonly modules: ReadonlyMap<string, readonly string[]>;
  /** Module → the packages it imports, without Node's own. */
  readonly packages: ReadonlyMap<string, readonly string[]>;
}

/**
 * What modules import, and what these import in turn, found by esbuild without running anything. Packages need not be installed.
 * @param entries paths relative to the directory; those that do not exist are left out
 * @throws BuildFailure when a module does not parse, or imports a file that is not there
 */
export function readModules(directory: string, entries: readonly string[]): ModuleGraph {
  const { metafile } = buildSync({
    entryPoints: entries.filter((entry) => existsSync(join(directory, entry))),
    absWorkingDir: directory,
    bundle: true,
    write: false,
    metafile: true,
    outdir: ".",
    // Entries that differ in their extension alone must not make the same file, though none is written.
    entryNames: "[dir]/[name]-[hash]",
    platform: "node",
    packages: "external",
    logLevel: "silent",
  });
  const inputs = Object.entries(metafile.inputs);
  return {
    modules: new Map(
      inputs.map(([path, { imports }]) => [path, imports.filter((each) => !each.external).map((each) => each.path)]),
    ),
    packages: new Map(
      inputs.map(([path, { imports }]) => [path, imports.filter((each) => each.external).flatMap(packageOf)]),
    ),
  };
}

/** `@scope/name/lib/x` → `@scope/name`. */
function packageOf({ path }: { readonly path: string }): readonly string[] {
  if (isBuiltin(path)) return [];
  return [
    path
      .split("/")
      .slice(0, path.startsWith("@") ? 2 : 1)
      .join("/"),
  ];
}

/**
 * Modules that can be reached from the entries.
 * @param without modules that are neither entered nor passed through
 */
export function reachable(
  { modules }: ModuleGraph,
  entries: readonly string[],
  without: readonly string[] = [],
): ReadonlySet<string> {
  const found = new Set(without);
  const left = [...entries];
  for (let module = left.pop(); module !== undefined; module = left.pop()) {
    const imports = modules.get(module);
    if (imports === undefined || found.has(module)) continue;
    found.add(module);
    left.push(...imports);
  }
  for (const module of without) found.delete(module);
  return found;
}
