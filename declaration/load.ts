import { isAbsolute, relative, sep } from "node:path";
import { isNativeError } from "node:util/types";
import { checks, zoneChecks } from "./check/checks";
import type { Draft, KnownServices } from "./draft/draft";
import { readDrafts } from "./draft/read-drafts";
import type { LandingZone } from "./model";
import { DeclarationError, type Problem, sortProblems } from "./problem/problem";
import { findProject, serviceNames, shownIn } from "./project";
import { resolve } from "./resolve";
import type { AccountFile } from "./schema/account";
import type { LandingZoneFile } from "./schema/landing-zone";
import type { FileContent, ZoneFiles } from "./source/files";
import { readDirectory, reason } from "./source/read-directory";
import { problemOfFile } from "./source/source";

export { DeclarationError } from "./problem/problem";

/** A zone, or everything that is wrong with its declaration. */
export type ZoneResult = { readonly zone: LandingZone } | { readonly problems: readonly Problem[] };

/**
 * Loads the zone declared in a directory.
 * @throws DeclarationError holding every problem found, if there is any.
 */
export function loadZone(directory: string): LandingZone {
  const result = readZone(directory);
  if ("zone" in result) return result.zone;
  throw new DeclarationError(result.problems);
}

/**
 * Like `loadZone`, with the problems as data. Reads only.
 * @param instead texts in place of what files hold, to see the zone as it would be; undefined stands for a file that is gone
 */
export function readZone(directory: string, instead: ReadonlyMap<string, string | undefined> = new Map()): ZoneResult {
  const shown = shownDirectory(directory);
  const services = knownServices();
  try {
    const files = [...new Map<string, FileContent | undefined>([...readDirectory(directory), ...instead])];
    const there = files.flatMap(([name, content]) => (content === undefined ? [] : [[name, content] as const]));
    return readZoneFrom(new Map(there), shown, services);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const isMissing = error.code === "ENOENT";
    const remedy = isMissing ? "; `landfall init` starts a project with one, `--zone DIR` names one elsewhere" : "";
    const message = `the zone's directory cannot be read: ${reason(error)}${remedy}`;
    return { problems: [problemOfFile(shown === "" ? "." : shown, "LF1001", message)] };
  }
}

/** The services of the project at the working directory, `undefined` outside of any. */
export function knownServices(): KnownServices | undefined {
  const project = findProject();
  return project && { directory: shownIn(project, project.services), names: serviceNames(project) };
}

/**
 * A zone from files at hand. `directory` is put before the names of files in problems; nothing is read from it.
 * @param services those that accounts may name; any when undefined
 */
export function readZoneFrom(files: ZoneFiles, directory = "", services?: KnownServices): ZoneResult {
  const { draft, problems } = readDrafts(files, directory, services);
  const all = [...problems, ...checks.flatMap((check) => check(draft))];
  const complete = all.length === 0 ? completeFiles(draft) : undefined;
  if (!complete) return { problems: sortProblems(all) };
  const zone = resolve({
    ...complete,
    policies: new Map(draft.policies.map(({ name, source }) => [name, source.text])),
    ranges: new Map(Object.entries(draft.addresses?.entries ?? {})),
    ids: draft.ids?.entries ?? {},
    imports: draft.imports?.entries ?? {},
  });
  const ofZone = zoneChecks.flatMap((check) => check(zone, draft));
  return ofZone.length > 0 ? { problems: sortProblems(ofZone) } : { zone };
}

/** Without a problem, every partial file is whole. */
function completeFiles({
  zone,
  accounts,
}: Draft): { zone: LandingZoneFile; accounts: readonly AccountFile[] } | undefined {
  if (!zone) return undefined;
  return { zone: zone.file as LandingZoneFile, accounts: accounts.map(({ account }) => account as AccountFile) };
}

/** Relative to the working directory when the zone lies below it, as editors and terminals link it. */
export function shownDirectory(directory: string): string {
  const path = relative(process.cwd(), directory);
  const inside = !path.startsWith("..") && !isAbsolute(path);
  return (inside ? path : directory).split(sep).join("/").replace(/\/+$/, "");
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return isNativeError(error) && "code" in error && "syscall" in error;
}
