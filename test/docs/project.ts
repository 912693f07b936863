import { execFile, execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { readZoneFrom } from "../../declaration/load";
import { withPlaceholderIds } from "../../declaration/placeholder-ids";
import { readDirectory } from "../../declaration/source/read-directory";
import { root } from "./page";

/** A project as a reader of docs/ has it: a directory in which the package is installed. */
export interface Project {
  readonly directory: string;
  /** What a line prints that is typed into a shell there; npx starts what is installed and asks no registry. */
  readonly typed: (line: string) => Promise<string>;
  /** As after a deployment. */
  readonly lockIds: () => void;
  readonly remove: () => void;
}

export interface CommittedProject extends Project {
  /** The zone and services as committed, and nothing else. */
  readonly reset: () => void;
}

/** The first command of the pages, which every other starts from. */
export const initLine =
  "npx landfall init --organization acme --email-pattern 'aws+{account}@acme.example' --region eu-west-1";

/** As `npm install` leaves it: the package and what a project's own package.json asks for. */
export function emptyProject(): Project {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), "landfall-page-")));
  const directory = join(scratch, "acme");
  const bin = join(directory, "node_modules/.bin");
  mkdirSync(bin, { recursive: true });
  symlinkSync(root, join(directory, "node_modules/landfall"));
  for (const name of ["tsx", "@types", "typescript"])
    symlinkSync(join(root, "node_modules", name), join(directory, "node_modules", name));
  symlinkSync(join(root, "landfall.mjs"), join(bin, "landfall"));
  symlinkSync(join(root, "node_modules/tsx/dist/cli.mjs"), join(bin, "tsx"));
  symlinkSync(join(root, "node_modules/typescript/bin/tsc"), join(bin, "tsc"));
  return {
    directory,
    typed: async (line) => {
      const env = { ...process.env, PATH: `${bin}:${process.env["PATH"] ?? ""}` };
      // What node:test gives to the processes it starts would make this one report to a runner that is not there.
      Reflect.deleteProperty(env, "NODE_TEST_CONTEXT");
      const shell = `npx() { command "$@"; }\n${line}`;
      return (await promisify(execFile)("bash", ["-c", shell], { cwd: directory, env })).stdout;
    },
    lockIds: () => lockIds(join(directory, "zone")),
    remove: () => rmSync(scratch, { recursive: true, force: true }),
  };
}

/** A project with what `init` writes, committed. */
export async function initProject(): Promise<CommittedProject> {
  const project = emptyProject();
  const git = (...args: readonly string[]): void =>
    void execFileSync("git", ["-c", "user.name=reader", "-c", "user.email=reader@acme.example", ...args], {
      cwd: project.directory,
      stdio: "ignore",
    });
  await project.typed(initLine);
  git("init", "-q");
  git("add", "-A");
  git("commit", "-qm", "A zone");
  const reset = (): void => {
    git("reset", "-q", "--hard");
    git("clean", "-fdq");
  };
  return { ...project, reset };
}

function lockIds(zone: string): void {
  const result = readZoneFrom(readDirectory(zone));
  if (!("zone" in result)) throw new Error("the zone is not valid");
  const ids = Object.fromEntries(withPlaceholderIds(result.zone).ids.entries());
  writeFileSync(join(zone, "ids.lock.json"), JSON.stringify({ version: 1, ids }));
}

/** Writes a block's file, or, of a diff, changes it: its lines without a mark or with `-` have to be there, one after the other. */
export function takeBlock(
  directory: string,
  { language, info, text }: { language: string; info: string; text: string },
): void {
  const file = join(directory, info);
  mkdirSync(dirname(file), { recursive: true });
  if (language !== "diff") return writeFileSync(file, text);
  const lines = text.split("\n").filter((line) => line !== "");
  const side = (without: string): string =>
    lines
      .filter((line) => !line.startsWith(without))
      .map((line) => `${line.slice(1)}\n`)
      .join("");
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (before.split(side("+")).length !== 2) throw new Error(`${info} has not, once:\n${side("+")}`);
  writeFileSync(
    file,
    before.replace(side("+"), () => side("-")),
  );
}
