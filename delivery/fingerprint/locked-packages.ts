import { existsSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative, sep } from "node:path";
import { digest } from "./digest";
import { linkedFiles } from "./linked-files";

/** Path in the lock file → version and integrity; file of a linked package, relative to the project → digest. */
export type LockedPackages = Readonly<Record<string, string>>;

/** Lock files of other package managers: their digest stands for all packages. */
const otherLocks = ["pnpm-lock.yaml", "yarn.lock", "bun.lock", "npm-shrinkwrap.json"] as const;

/**
 * Finds the versions of packages, and of all that these depend on, that `package-lock.json` fixes for a project (npm docs,
 * "package-lock.json", format 3: `packages`). Reads the file in the project's directory or the next one above. A package that is `link`
 * (a workspace, a `file:` directory) is the files it links to.
 * @returns a function of the packages' names; one that is not locked is in its answer as such
 * @throws SyntaxError when the file is not JSON
 */
export function readLockedPackages(directory: string, root: string): (names: Iterable<string>) => LockedPackages {
  const folder = foldersUpTo(directory, root).find((each) => lockIn(each) !== undefined);
  const lock = folder === undefined ? undefined : lockIn(folder);
  if (folder === undefined || lock === undefined) return () => ({ "package-lock.json": "none" });
  if (!lock.endsWith("package-lock.json")) return () => ({ [lock]: digest(readFileSync(lock)) });
  const parsed: unknown = JSON.parse(readFileSync(lock, "utf8"));
  const packages = entriesOf(Reflect.get(Object(parsed), "packages"));
  const from = relative(folder, directory).split(sep).join("/");
  const known = new Map<string, LockedPackages>();
  const filesOf = (linked: string): LockedPackages => {
    const files = known.get(linked) ?? filesOfLink(root, folder, from, linked);
    known.set(linked, files);
    return files;
  };
  return (names) => lockedClosure({ packages, from, filesOf }, names);
}

/** What cannot be read in a tree is not the same in any other, so the tree's path stands for it. */
function filesOfLink(root: string, folder: string, from: string, linked: string): LockedPackages {
  const directory = join(folder, linked);
  const isInside = directory === root || directory.startsWith(root + sep);
  const files = isInside ? linkedFiles(directory) : undefined;
  const shown = (name: string): string => posix.relative(from, posix.join(linked, name));
  if (files === undefined) return { [shown("")]: `cannot be read in ${root}` };
  return Object.fromEntries([...files].map(([name, content]) => [shown(name), content]));
}

function lockIn(folder: string): string | undefined {
  return ["package-lock.json", ...otherLocks].map((name) => join(folder, name)).find((file) => existsSync(file));
}

function foldersUpTo(directory: string, root: string): readonly string[] {
  return directory === root || dirname(directory) === directory
    ? [directory]
    : [directory, ...foldersUpTo(dirname(directory), root)];
}

interface Lock {
  readonly packages: ReadonlyMap<string, object>;
  /** The project's directory, relative to the lock file's. */
  readonly from: string;
  /** Of a directory that an entry links to. */
  readonly filesOf: (linked: string) => LockedPackages;
}

function lockedClosure({ packages, from, filesOf }: Lock, names: Iterable<string>): LockedPackages {
  const found: Record<string, string> = {};
  const left = [...names].map((name) => ({ name, from }));
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const path = resolvePackage(packages, next.name, next.from);
    if (path === undefined) {
      if (next.from === from) found[next.name] = "not locked";
      continue;
    }
    if (path in found) continue;
    const entry = packages.get(path) ?? {};
    found[path] = ["version", "integrity", "resolved"].map((key) => String(Reflect.get(entry, key) ?? "")).join(" ");
    const linked = linkOf(entry);
    if (linked !== undefined) Object.assign(found, filesOf(linked));
    const [home, own] = linked === undefined ? [path, entry] : [linked, packages.get(linked) ?? {}];
    left.push(...dependencies(own).map((name) => ({ name, from: home })));
  }
  return found;
}

/** The directory of a package that is linked, relative to the lock file's. */
function linkOf(entry: object): string | undefined {
  const resolved: unknown = Reflect.get(entry, "resolved");
  return Reflect.get(entry, "link") === true && typeof resolved === "string" ? resolved : undefined;
}

/** As Node finds a package: in the `node_modules` beside the one that asks, or above. */
function resolvePackage(packages: ReadonlyMap<string, object>, name: string, from: string): string | undefined {
  for (let folder = from; ; folder = folder.replace(/(^|\/)[^/]*$/, "")) {
    const path = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
    if (packages.has(path)) return path;
    if (folder === "") return undefined;
  }
}

function dependencies(entry: object): readonly string[] {
  const kinds = ["dependencies", "optionalDependencies", "peerDependencies"];
  return kinds.flatMap((kind) => Object.keys(Object(Reflect.get(entry, kind))));
}

function entriesOf(packages: unknown): ReadonlyMap<string, object> {
  return new Map(Object.entries(Object(packages)).map(([path, entry]) => [path, Object(entry)]));
}
