import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eventsDirectory, type Project, serviceFile, serviceNames, shownIn } from "../../declaration/project";
import type { StackKind, StackSpec } from "../../declaration/stacks";
import { builderModules, checkModules, functionModules } from "./builder-modules";
import { digest, fileDigest } from "./digest";
import { readLockedPackages } from "./locked-packages";
import { readModules, reachable } from "./module-graph";

/** What a stack's JSON and assets are made by: file of the project → its digest, package of the lock file → its version. */
export type Sources = Readonly<Record<string, string>>;

/** The sources of each stack. */
export type Code = (spec: Pick<StackSpec, "kind" | "account">) => Sources;

const mainModule = "main.ts";

/** Files that change how modules are found, compiled or run. */
const settings = ["cdktf.json", "tsconfig.json"] as const;

/** Fields of `package.json` that do (Node.js, "Modules: Packages"; esbuild, "Tree shaking"); the others are for people and npm. */
const packageFields = ["type", "imports", "exports", "sideEffects"] as const;

/**
 * Reads which code stands behind each stack of a project. For a service this is its own folder with all that is in it, whatever
 * its handlers import, the schemas of events, and the runtime; for the central event buses the schemas and every service's definition; for every stack the modules that `main.ts` reaches, without other kinds' builders.
 * Where Landfall is a package, its version in the lock file stands for its code.
 * @param root directory above which no lock file is looked for
 * @throws BuildFailure as `readModules` does
 */
export function readCode(project: Project, root: string): Code {
  const { directory } = project;
  const folders = new Map(serviceNames(project).map((name) => [name, filesIn(project, join(project.services, name))]));
  const schemas = filesIn(project, eventsDirectory(project)).filter((file) => file.endsWith(".json"));
  const definitions = serviceNames(project).map((name) => shownIn(project, serviceFile(project, name)));
  const modulesOf = (name: string): readonly string[] =>
    (folders.get(name) ?? []).filter((file) => /\.[cm]?[jt]sx?$/.test(file) && !file.endsWith(".d.ts"));
  const graph = readModules(directory, [mainModule, ...functionModules, ...[...folders.keys()].flatMap(modulesOf)]);
  const locked = readLockedPackages(directory, root);
  const digests = new Map<string, string>();
  const digestOf = (file: string): string => {
    const known = digests.get(file) ?? fileDigest(join(directory, file)) ?? "none";
    digests.set(file, known);
    return known;
  };

  const sourcesOf = (kind: StackKind, service: string | undefined): Sources => {
    const others = Object.values(builderModules).filter((module) => module !== builderModules[kind]);
    const own = service === undefined ? [] : [...functionModules, ...modulesOf(service)];
    const wired = kind === "events" ? definitions : [];
    const described = kind === "events" || kind === "service" ? schemas : [];
    const modules = reachable(graph, [mainModule, ...own, ...wired], [...others, ...checkModules]);
    const ofService = service === undefined ? [] : (folders.get(service) ?? []);
    const files = new Set([...modules, ...settings, ...described, ...ofService]);
    return {
      ...Object.fromEntries([...files].sort().map((file) => [file, digestOf(file)])),
      "package.json": packageSettings(directory),
      ...locked(new Set([...modules].flatMap((module) => graph.packages.get(module) ?? []))),
    };
  };

  const known = new Map<string, Sources>();
  return ({ kind, account }) => {
    const service = kind === "service" ? account.service?.name : undefined;
    const key = service === undefined ? kind : `${kind}/${service}`;
    const sources = known.get(key) ?? sourcesOf(kind, service);
    known.set(key, sources);
    return sources;
  };
}

function filesIn(project: Project, folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("node_modules"))
    .map((entry) => shownIn(project, join(entry.parentPath, entry.name)));
}

function packageSettings(directory: string): string {
  const file = join(directory, "package.json");
  const content: unknown = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  return digest(JSON.stringify(packageFields.map((field) => Reflect.get(Object(content), field) ?? null)));
}
