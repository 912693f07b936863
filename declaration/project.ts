import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { UserError } from "./user-error";

/** A team's directory: that of `cdktf.json`. Its `main.ts` is the CDKTF app, its `.landfall/` holds what is cached. */
export interface Project {
  readonly directory: string;
  /** Absolute path of the directory with one folder a service: `context.services` of cdktf.json, default `services`. */
  readonly services: string;
}

/** Where Landfall itself is: a package in a project's node_modules, or a checkout, which is a project too. */
const installation = resolve(__dirname, "..");

/**
 * The project at or above a directory, or else the checkout that Landfall runs from; `undefined` when there is neither.
 * @throws UserError when its cdktf.json is not JSON
 */
export function findProject(from = process.cwd()): Project | undefined {
  const directory = directoryAbove(resolve(from)) ?? directoryAbove(installation, false);
  return directory === undefined
    ? undefined
    : { directory, services: resolve(directory, contextIn(join(directory, "cdktf.json"), "services")) };
}

/** Like `findProject`. @throws UserError when there is no project. */
export function projectAt(from = process.cwd()): Project {
  const project = findProject(from);
  if (project) return project;
  throw new UserError(
    "this directory is in no Landfall project: neither it nor one above holds cdktf.json",
    "Run it in the project's directory; `landfall init` makes one.",
  );
}

/** Services of a project: the folders of its services directory that hold a `service.ts`. Sorted. */
export function serviceNames(project: Project): readonly string[] {
  if (!existsSync(project.services)) return [];
  return readdirSync(project.services)
    .filter((name) => existsSync(serviceFile(project, name)))
    .sort();
}

/** The file that defines a service. */
export function serviceFile({ services }: Project, name: string): string {
  return join(services, name, "service.ts");
}

/** Absolute path of the directory with one folder a source of events: `context.events` of cdktf.json, default `events`. */
export function eventsDirectory({ directory }: Project): string {
  return resolve(directory, contextIn(join(directory, "cdktf.json"), "events"));
}

/** Absolute path of the file that plays the project's scenario in a rehearsal: `context.scenario` of cdktf.json. */
export function scenarioFile({ directory }: Project): string | undefined {
  const named = namedIn(join(directory, "cdktf.json"), "scenario");
  return named === undefined ? undefined : resolve(directory, named);
}

/** A path of the project as messages show it: relative to the project, with `/`. */
export function shownIn(project: Project, path: string): string {
  return relative(project.directory, path).split(sep).join("/");
}

function directoryAbove(directory: string, further = true): string | undefined {
  if (existsSync(join(directory, "cdktf.json"))) return directory;
  return further && dirname(directory) !== directory ? directoryAbove(dirname(directory)) : undefined;
}

/** A directory that cdktf.json names in its context; its own name where it does not. */
function contextIn(file: string, key: "services" | "events"): string {
  return namedIn(file, key) ?? key;
}

function namedIn(file: string, key: string): string | undefined {
  let settings: unknown;
  try {
    settings = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UserError(`${file} cannot be read: ${String(error)}`, "Put its JSON right.");
  }
  const context: unknown = Reflect.get(Object(settings), "context");
  const named: unknown = Reflect.get(Object(context), key);
  return typeof named === "string" ? named : undefined;
}
