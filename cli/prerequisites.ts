import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { UserError } from "../declaration/user-error";

/** A program that some commands need beside Node.js, which landfall.mjs checks. */
export type Tool = "terraform" | "python";

interface Prerequisite {
  readonly name: string;
  readonly minimum: readonly [major: number, minor: number];
  /** Commands that print the version, tried in this order. */
  readonly probes: readonly (readonly [program: string, ...args: string[]])[];
  readonly remedy: string;
}

const prerequisites: Readonly<Record<Tool, Prerequisite>> = {
  terraform: {
    name: "Terraform",
    minimum: [1, 11],
    probes: [["terraform", "version"]],
    remedy:
      "Install it from https://developer.hashicorp.com/terraform/install; 1.11 brought the S3 backend's lock file.",
  },
  python: {
    name: "Python",
    minimum: [3, 10],
    probes: [
      ["python3", "--version"],
      ["python", "--version"],
    ],
    remedy: "Install it from https://www.python.org/downloads; the emulators of a rehearsal run on it.",
  },
};

export interface Version {
  readonly program: string;
  readonly text: string;
}

type Probe = (program: string, args: readonly string[]) => Promise<string>;

/**
 * Checks that each tool is installed in a version that will do.
 * @throws UserError naming what was found and what is needed
 */
export async function checkTools(tools: readonly Tool[], probe: Probe = run): Promise<void> {
  for (const tool of tools) {
    const { name, minimum, probes, remedy } = prerequisites[tool];
    const found = await Promise.all(probes.map(([program, ...args]) => versionOf(program, args, probe)));
    const versions = found.filter((version) => version !== undefined);
    if (versions.some((version) => isAtLeast(version, minimum))) continue;
    const what =
      versions.length > 0 ? `${versions.map((version) => version.join(".")).join(", ")} was found` : "none was found";
    throw new UserError(`${name} ${minimum.join(".")} or newer is needed; ${what} on the PATH`, remedy);
  }
}

async function versionOf(program: string, args: readonly string[], probe: Probe): Promise<number[] | undefined> {
  try {
    const match = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(await probe(program, args));
    return match?.slice(1).filter(Boolean).map(Number);
  } catch {
    return undefined;
  }
}

function isAtLeast(
  [major = 0, minor = 0]: readonly number[],
  [wantedMajor, wantedMinor]: readonly [number, number],
): boolean {
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

async function run(program: string, args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(program, [...args], {
    env: { ...process.env, CHECKPOINT_DISABLE: "1" },
  });
  return stdout || stderr;
}
