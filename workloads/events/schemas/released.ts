import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eventsDirectory, type Project } from "../../../declaration/project";
import type { Catalog } from "./catalog";
import { eventName } from "./event-name";
import type { EventProblem } from "./event-problem";
import { incompatibilities } from "./incompatible";
import type { ValueSchema } from "./keywords";

/** Events as they were last released, by name. */
export type Released = Readonly<Record<string, ValueSchema>>;

/** The file of a project that keeps them, as a package lock keeps versions. */
export function releasedFile(project: Project): string {
  return join(eventsDirectory(project), "released.json");
}

export function readReleased(project: Project): Released {
  const file = releasedFile(project);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Released) : {};
}

const remedy = "leave the version as it was released and describe the change in a file of the next version";

/** What the catalog changes of released events that somebody may rely on. */
export function brokenPromises(released: Released, catalog: Catalog, file: string): readonly EventProblem[] {
  return Object.entries(released).flatMap(([name, schema]): readonly EventProblem[] => {
    const event = catalog.get(name);
    if (!event) return [{ file, line: 1, message: `${name} was released and is gone; put its file back` }];
    return incompatibilities(schema, event.schema).map(({ path, message }) => ({
      file: event.file,
      line: event.lineOf(path),
      message: `${path.join(".")}: ${message}; ${remedy} (v${event.version + 1})`,
    }));
  });
}

/** The text of the file after everything in the catalog is released. */
export function releasedText(catalog: Catalog): string {
  const entries = [...catalog.values()].map((event) => [eventName(event), event.schema] as const);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}
