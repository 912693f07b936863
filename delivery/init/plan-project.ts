import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { readZoneFrom } from "../../declaration/load";
import { formatProblem } from "../../declaration/problem/problem";
import type { LandingZone } from "../../declaration/model";
import { UserError } from "../../declaration/user-error";
import { installation } from "../installation";
import { workflowPath } from "../pipelines/github/waves-job";
import { githubWorkflow } from "../pipelines/github/workflow";
import type { Answers } from "./answers";
import { type Manifest, manifestOf, type Versions } from "./manifest";
import { fromTemplate, type Profile } from "./template";

/** What making a project changes in its directory. Paths have `/`. */
export interface ProjectPlan {
  readonly directory: string;
  /** Path → text of the files to write, package.json last: until then nothing that was there has changed. */
  readonly write: ReadonlyMap<string, string>;
  /** Files that are there and stay. */
  readonly keep: readonly string[];
}

/** How a file that is there already goes together with ours; `undefined` when it does not. */
type Merge = (existing: string, ours: string) => string | undefined;

const merges: Readonly<Record<string, Merge>> = {
  ".gitignore": (existing, ours) => {
    const missing = ours.split("\n").filter((line) => !existing.split("\n").includes(line));
    return missing.length === 0 ? existing : `${existing.trimEnd()}\n${missing.join("\n")}\n`;
  },
  "README.md": (existing) => existing,
};

const same: Merge = (existing, ours) => (existing === ours ? existing : undefined);

/**
 * The files of a new project, beside what its directory holds already.
 * @throws UserError when a file there is another than ours, all of them named, or the answers make no valid zone
 */
export function planProject(directory: string, answers: Answers, profile: Profile = "standard"): ProjectPlan {
  if (existsSync(directory) && !statSync(directory).isDirectory()) {
    throw new UserError(`${directory} is not a directory`, "Name a directory, new or empty.");
  }
  const template = fromTemplate(answers, profile);
  const zone = zoneIn(template);
  const ours = new Map([...template, ...(zone.pipeline ? [[workflowPath, `${githubWorkflow(zone)}\n`] as const] : [])]);
  const merged = [...ours].map(([path, text]) => {
    const existing = contentOf(directory, path);
    return { path, existing, text: existing === undefined ? text : (merges[path] ?? same)(existing, text) };
  });
  const conflicts = merged.filter(({ text }) => text === undefined).map(({ path }) => path);
  if (conflicts.length > 0) {
    throw new UserError(
      `${directory} holds other files of these names: ${conflicts.join(", ")}; nothing was written`,
      "Choose an empty directory, or move them away.",
    );
  }
  const manifest = { path: "package.json", ...manifestIn(directory, answers.organization) };
  const all = [...merged, manifest];
  return {
    directory,
    write: new Map(
      all.flatMap(({ path, existing, text }) =>
        text === undefined || text === existing ? [] : [[path, text] as const],
      ),
    ),
    keep: all.filter(({ existing, text }) => existing === text).map(({ path }) => path),
  };
}

function zoneIn(files: ReadonlyMap<string, string>): LandingZone {
  const zone = [...files].flatMap(([path, text]) =>
    path.startsWith("zone/") ? [[path.slice("zone/".length), text] as const] : [],
  );
  const result = readZoneFrom(new Map(zone));
  if ("zone" in result) return result.zone;
  throw new UserError(
    `these answers make no valid zone:\n${result.problems.map(formatProblem).join("\n")}`,
    "Give others.",
  );
}

function contentOf(directory: string, path: string): string | undefined {
  const file = join(directory, path);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function manifestIn(directory: string, organization: string): { existing: string | undefined; text: string } {
  const existing = contentOf(directory, "package.json");
  const merged = manifestOf(organization, versions(), parseManifest(join(directory, "package.json"), existing));
  return { existing, text: `${JSON.stringify(merged, undefined, 2)}\n` };
}

function parseManifest(file: string, text = "{}"): Manifest {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
  } catch {
    // Told below, in the same words as a list or a number.
  }
  throw new UserError(`${file} is no package.json`, "Put it right or move it away; nothing was written.");
}

function versions(): Versions {
  const own: { version: string; dependencies: Record<string, string>; devDependencies: Record<string, string> } =
    JSON.parse(readFileSync(join(installation, "package.json"), "utf8"));
  return {
    landfall: own.version,
    tsx: own.dependencies["tsx"] ?? "*",
    typescript: own.dependencies["typescript"] ?? "*",
    nodeTypes: own.devDependencies["@types/node"] ?? "*",
  };
}
