import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eventsDirectory, type Project, projectAt, shownIn } from "../../../declaration/project";
import { readDocument } from "../../contract/read-document";
import { checkSchema } from "./check-schema";
import { type EventName, eventName, parseEventName } from "./event-name";
import { eventError, type EventProblem } from "./event-problem";
import type { ValueSchema } from "./keywords";

/** One version of an event, as its file describes its data. */
export interface EventSchema extends EventName {
  /** As messages show it. */
  readonly file: string;
  readonly schema: ValueSchema;
  /** Line of a path of the schema. */
  lineOf(path: readonly string[]): number;
}

/** Every event of a project, by its name `<source>/<DetailType>.v<version>`, in order. */
export type Catalog = ReadonlyMap<string, EventSchema>;

const known = new Map<string, Catalog>();

/**
 * The events that a project's events directory describes: `<source>/<DetailType>.v<version>.json`. Read once a process.
 * @throws UserError with every problem, by file and line
 */
export function readCatalog(project: Project = projectAt()): Catalog {
  const directory = eventsDirectory(project);
  const catalog = known.get(directory) ?? catalogIn(project, directory);
  known.set(directory, catalog);
  return catalog;
}

function catalogIn(project: Project, directory: string): Catalog {
  const read = eventFiles(directory).map(({ source, name }) => readEvent(project, directory, source, name));
  const problems = read.flatMap((each) => ("problems" in each ? each.problems : []));
  if (problems.length > 0) throw eventError(problems, "Write events as docs/events.md says.");
  const events = read.flatMap((each) => ("problems" in each ? [] : [each]));
  return new Map(events.map((event) => [eventName(event), event]));
}

function eventFiles(directory: string): readonly { readonly source: string; readonly name: string }[] {
  if (!existsSync(directory)) return [];
  const sources = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return sources
    .map(({ name }) => name)
    .sort()
    .flatMap((source) => readdirSync(join(directory, source)).sort().map((name) => ({ source, name })));
}

type Unusable = { readonly problems: readonly EventProblem[] };

function readEvent(project: Project, directory: string, source: string, name: string): EventSchema | Unusable {
  const path = join(directory, source, name);
  const file = shownIn(project, path);
  const event = name.endsWith(".json") ? parseEventName(`${source}/${name.slice(0, -".json".length)}`) : undefined;
  if (!event) return { problems: [{ file, line: 1, message: "is not called <source>/<DetailType>.v<version>.json" }] };
  const text = readFileSync(path, "utf8");
  try {
    JSON.parse(text);
  } catch (error) {
    return { problems: [{ file, line: 1, message: error instanceof Error ? error.message : String(error) }] };
  }
  const { data, lineOf } = readDocument(text, file);
  const problems = checkSchema(data).map((problem) => ({ file, line: lineOf(problem.path), message: problem.message }));
  return problems.length > 0 ? { problems } : { ...event, file, schema: data as ValueSchema, lineOf };
}
