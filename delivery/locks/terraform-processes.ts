import { execFile } from "node:child_process";
import { existsSync, readFileSync, readlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { processTable } from "../process-table";

/** A Terraform of this machine. What could not be found out is undefined. */
export interface TerraformProcess {
  readonly pid: number;
  readonly started: Date | undefined;
  /** The S3 state it works on; none while it runs where no S3 backend is initialised (`terraform init`, `terraform version`). */
  readonly state: { readonly bucket: string; readonly key: string } | "none" | undefined;
}

/**
 * `terraform`, `terraform.exe`, `terraform_1.11` …, not its provider plugins (proc(5) cuts names to 15 characters) nor an editor's
 * language server.
 */
const terraformName = /^terraform(?!-provi|-ls(\.exe)?$)/;

/** Every Terraform that runs on this machine, ours or not. */
export async function terraformProcesses(): Promise<readonly TerraformProcess[]> {
  const running = (await processTable()).filter(({ name }) => terraformName.test(name));
  const look = existsSync("/proc/self/stat") ? lookInProc : askPs;
  return Promise.all(running.map(({ pid }) => look(pid)));
}

/** USER_HZ: the unit of times in /proc/PID/stat (proc(5)); 100 on every architecture Terraform is built for. */
const ticksPerSecond = 100;

function lookInProc(pid: number): Promise<TerraformProcess> {
  const boot = Number(/^btime (\d+)$/m.exec(readFileSync("/proc/stat", "utf8"))?.[1]);
  const directory = attempt(() => readlinkSync(`/proc/${pid}/cwd`));
  // proc(5): starttime is field 22, the 20th after the name, which may hold spaces.
  const ticks = attempt(() => readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").pop()?.split(" ")[19]);
  const started = ticks === undefined ? undefined : new Date((boot + Number(ticks) / ticksPerSecond) * 1000);
  const environment = attempt(() => readFileSync(`/proc/${pid}/environ`, "utf8").split("\0"));
  if (directory === undefined || environment === undefined) return Promise.resolve({ pid, started, state: undefined });
  // Terraform CLI documentation, "Environment Variables": TF_DATA_DIR is where the working directory's .terraform is instead.
  const data = environment.find((variable) => variable.startsWith("TF_DATA_DIR="))?.slice("TF_DATA_DIR=".length);
  return Promise.resolve({ pid, started, state: stateOf(resolve(directory, data || ".terraform")) ?? "none" });
}

const run = promisify(execFile);

async function askPs(pid: number): Promise<TerraformProcess> {
  const ask = (program: string, ...args: string[]): Promise<string> =>
    run(program, args, { env: { ...process.env, LC_ALL: "C" } }).then(
      ({ stdout }) => stdout.trim(),
      () => "",
    );
  const [began, files] = await Promise.all([
    ask("ps", "-o", "lstart=", "-p", String(pid)),
    ask("lsof", "-a", "-d", "cwd", "-p", String(pid), "-Fn"),
  ]);
  const directory = /^n(.+)$/m.exec(files)?.[1];
  const started = Number.isNaN(Date.parse(began)) ? undefined : new Date(began);
  return { pid, started, state: directory === undefined ? undefined : stateOf(join(directory, ".terraform")) };
}

/** What `terraform init` wrote of the backend (Terraform source, internal/command/workdir/backend_state.go). */
const initialised = z.object({ backend: z.object({ config: z.object({ bucket: z.string(), key: z.string() }) }) });

function stateOf(dataDirectory: string): TerraformProcess["state"] {
  const content: unknown = attempt(() => JSON.parse(readFileSync(join(dataDirectory, "terraform.tfstate"), "utf8")));
  return initialised.safeParse(content).data?.backend.config;
}

/** A process may end, and belong to somebody else, while it is looked at. */
function attempt<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
