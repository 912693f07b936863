import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, readdir, rename, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { withLock } from "./file-lock";

const run = promisify(execFile);

/** Packages that go into a virtual environment of their own. */
export interface PythonPackages {
  /** What they are, for messages: "the emulators". */
  readonly name: string;
  /** A file of pip's with exact versions and hashes, of everything below them too. */
  readonly requirementsFile: string;
  /** True to have all modules compiled at once; else Python compiles those that are imported when they are. */
  readonly compiled: boolean;
  /** Minor version of Python 3 that they need; 10 when absent. */
  readonly oldestPython?: number;
}

const emulators: PythonPackages = {
  name: "the emulators",
  requirementsFile: join(__dirname, "requirements.txt"),
  compiled: true,
};
const interpreters = ["python3.13", "python3.12", "python3.11", "python3.10", "python3", "python"];

/** The emulators' Python: its interpreter, and botocore's service models that came with it. */
export interface PythonEnvironment {
  readonly python: string;
  readonly botocoreData: string;
}

/** Neither a Python from 3.10 to 3.13 was found, nor could the packages be installed. */
export class PythonEnvironmentError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "PythonEnvironmentError";
  }
}

/**
 * The emulators' virtual environment, made on first use.
 * `directory` is where environments are kept; `report` receives a line before a wait of more than a second.
 */
export async function pythonEnvironment(
  directory: string,
  report: (line: string) => void = () => {},
): Promise<PythonEnvironment> {
  return describe(await virtualEnvironment(emulators, directory, report));
}

/**
 * The virtual environment for pinned packages, made on first use.
 *
 * Its name carries a hash of the requirements and of the interpreter's version, so a new pin makes a new one. It is
 * built beside its final name and renamed when complete, so that another run sees all of it or nothing; a lock spares
 * that run the work. (The scripts in `bin` keep the first path; nothing here runs them.)
 * @returns its directory
 */
export async function virtualEnvironment(
  packages: PythonPackages,
  directory: string,
  report: (line: string) => void = () => {},
): Promise<string> {
  const { interpreter, version } = await findInterpreter(packages.oldestPython ?? 10);
  const requirements = await readFile(packages.requirementsFile);
  const hash = createHash("sha256").update(requirements).update(version).digest("hex").slice(0, 12);
  const home = join(directory, `venv-${hash}`);
  if (!existsSync(home)) {
    await mkdir(directory, { recursive: true });
    await withLock(`${home}.lock`, async () => {
      if (existsSync(home)) return;
      report(`Installing ${packages.name} into ${relative("", home)} (once, less than a minute)`);
      await build(packages, interpreter, home);
    });
  }
  return home;
}

async function build(packages: PythonPackages, interpreter: string, home: string): Promise<void> {
  const unfinished = await mkdtemp(`${home}-`);
  try {
    await run(interpreter, ["-m", "venv", unfinished]);
    const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"];
    const options = [packages.compiled ? "--compile" : "--no-compile", "-r", packages.requirementsFile];
    await run(join(unfinished, "bin", "python"), [...install, ...options], { maxBuffer: 1 << 24 });
    await rename(unfinished, home);
  } catch (error) {
    if (existsSync(home)) return;
    throw new PythonEnvironmentError(`the packages of ${packages.name} could not be installed: ${messageOf(error)}`);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function describe(home: string): Promise<PythonEnvironment> {
  const [python] = (await readdir(join(home, "lib"))).filter((name) => name.startsWith("python3"));
  return {
    python: join(home, "bin", "python"),
    botocoreData: join(home, "lib", python ?? "python3", "site-packages", "botocore", "data"),
  };
}

async function findInterpreter(oldest: number): Promise<{ interpreter: string; version: string }> {
  const probe = "import sys, ensurepip, venv; print('%d.%d.%d' % sys.version_info[:3], sys.executable)";
  for (const interpreter of interpreters) {
    try {
      const { stdout } = await run(interpreter, ["-c", probe]);
      const [version = "", executable = interpreter] = stdout.trim().split(" ");
      const [major, minor] = version.split(".").map(Number);
      if (major === 3 && minor !== undefined && minor >= oldest) return { interpreter: executable, version };
    } catch {
      continue;
    }
  }
  throw new PythonEnvironmentError(
    `no Python 3.${oldest} or later with venv was found in PATH (tried python3 and python3.x)`,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
