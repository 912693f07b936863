import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
const requirementsFile = join(__dirname, "requirements.txt");
const interpreters = ["python3.13", "python3.12", "python3.11", "python3.10", "python3", "python"];
const staleLockMilliseconds = 10 * 60_000;

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
 * The virtual environment for the pinned requirements, made on first use.
 *
 * Its name carries a hash of the requirements and of the interpreter's version, so a new pin makes a new one. It is
 * built under a lock beside its final name and renamed when complete: another run sees all of it or nothing.
 * `directory` is where environments are kept; `report` receives a line before a wait of more than a second.
 */
export async function pythonEnvironment(
  directory: string,
  report: (line: string) => void = () => {},
): Promise<PythonEnvironment> {
  const { interpreter, version } = await findInterpreter();
  const requirements = await readFile(requirementsFile);
  const hash = createHash("sha256").update(requirements).update(version).digest("hex").slice(0, 12);
  const home = join(directory, `venv-${hash}`);
  if (!existsSync(join(home, "complete"))) {
    await mkdir(directory, { recursive: true });
    await withLock(`${home}.lock`, async () => {
      if (existsSync(join(home, "complete"))) return;
      report(`Installing the emulators into ${home} (once, about 20 s)`);
      await build(interpreter, home);
    });
  }
  return describe(home);
}

async function build(interpreter: string, home: string): Promise<void> {
  await rm(home, { recursive: true, force: true });
  await run(interpreter, ["-m", "venv", home]);
  const arguments_ = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"];
  try {
    await run(join(home, "bin", "python"), [...arguments_, "-r", requirementsFile], { maxBuffer: 1 << 24 });
  } catch (error) {
    throw new PythonEnvironmentError(`pip could not install the emulators' packages: ${messageOf(error)}`);
  }
  await writeFile(join(home, "complete"), "");
}

async function describe(home: string): Promise<PythonEnvironment> {
  const [python] = (await readdir(join(home, "lib"))).filter((name) => name.startsWith("python3"));
  return {
    python: join(home, "bin", "python"),
    botocoreData: join(home, "lib", python ?? "python3", "site-packages", "botocore", "data"),
  };
}

async function findInterpreter(): Promise<{ interpreter: string; version: string }> {
  const probe = "import sys, ensurepip, venv; print('%d.%d.%d' % sys.version_info[:3], sys.executable)";
  for (const interpreter of interpreters) {
    try {
      const { stdout } = await run(interpreter, ["-c", probe]);
      const [version = "", executable = interpreter] = stdout.trim().split(" ");
      const [major, minor] = version.split(".").map(Number);
      if (major === 3 && minor !== undefined && minor >= 10) return { interpreter: executable, version };
    } catch {
      continue;
    }
  }
  throw new PythonEnvironmentError("no Python 3.10 or later with venv was found in PATH (tried python3 and python3.x)");
}

/** Runs one holder at a time. A directory is the lock, because its creation is atomic everywhere. */
async function withLock(lock: string, work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await mkdir(lock);
      break;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      const age = await stat(lock).then(
        (found) => Date.now() - found.mtimeMs,
        () => 0,
      );
      if (age > staleLockMilliseconds) await rm(lock, { recursive: true, force: true });
      await sleep(300);
    }
  }
  try {
    await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
