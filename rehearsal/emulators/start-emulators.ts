import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { PythonEnvironment } from "./python-environment";

export type EmulatorName = "moto" | "ministack";

/** A running emulator: it listens on a Unix socket in a directory only this user may enter, and on no port. */
export interface Emulator {
  readonly name: EmulatorName;
  readonly socketPath: string;
  readonly processId: number;
}

export interface Emulators {
  readonly moto: Emulator;
  readonly ministack: Emulator;
  /** Ends both and everything they started. */
  close(): Promise<void>;
}

export interface EmulatorOptions {
  readonly environment: PythonEnvironment;
  /** Logs go here, and the emulators' temporary files, handlers' code among them. */
  readonly runDirectory: string;
  /** Where the gateway listens: handlers reach AWS through it. */
  readonly gateway: { readonly port: number; readonly endpointUrl: string };
  readonly region: string;
  /** How long an emulator may take until it answers. Default 60 s; a start takes three on an idle machine. */
  readonly startTimeoutMilliseconds?: number;
}

const defaultStartTimeoutMilliseconds = 60_000;

/**
 * Times an emulator is started, and how many times as long each may take. One in a hundred starts on a busy machine hung without a word in its log;
 * on one that is busier still a start that works takes more than a minute.
 */
const startPatience = [1, 3] as const;

/** An emulator ended, or did not answer, before it was ready. */
export class EmulatorError extends Error {
  constructor(
    message: string,
    /** True when it was still running, silent, after its time. */
    readonly silent: boolean,
  ) {
    super(message);
    this.name = "EmulatorError";
  }
}

/** Starts both emulators side by side; resolves when both answer. */
export async function startEmulators(options: EmulatorOptions): Promise<Emulators> {
  // The path of a Unix socket has about 100 characters at most: the run directory may be deeper.
  const sockets = await mkdtemp(join(tmpdir(), "landfall-"));
  const children: ChildProcess[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(children.map(end));
    await rm(sockets, { recursive: true, force: true });
  };
  const start = (name: EmulatorName): Promise<Emulator> => startEmulator(name, sockets, options, children);
  try {
    const [moto, ministack] = await Promise.all([start("moto"), start("ministack")]);
    return { moto, ministack, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Starts an emulator; one that does not answer in time is killed and started once more. One that ended is not: it would again. */
async function startEmulator(
  name: EmulatorName,
  sockets: string,
  options: EmulatorOptions,
  children: ChildProcess[],
): Promise<Emulator> {
  const temporary = join(options.runDirectory, `${name}-files`);
  await mkdir(temporary, { recursive: true });
  const socketPath = join(sockets, name);
  const logFile = join(options.runDirectory, `${name}.log`);
  const timeout = options.startTimeoutMilliseconds ?? defaultStartTimeoutMilliseconds;
  for (const [attempt, patience] of startPatience.entries()) {
    const log = openSync(logFile, "a");
    const child = spawn(options.environment.python, [join(__dirname, `${name}_server.py`), socketPath, sockets], {
      // A group of its own: Ctrl-C reaches this process first, which then ends the emulators in order.
      detached: true,
      stdio: ["pipe", log, log],
      env: emulatorVariables(temporary, options),
    });
    closeSync(log);
    children.push(child);
    try {
      await ready(name, child, socketPath, logFile, timeout * patience);
      return { name, socketPath, processId: child.pid ?? 0 };
    } catch (error) {
      if (attempt === startPatience.length - 1 || !(error instanceof EmulatorError && error.silent)) throw error;
      await end(child);
      await rm(socketPath, { force: true });
    }
  }
  throw new Error("unreachable: the last attempt returns or throws");
}

/** Nothing of the caller's environment but PATH reaches the emulators, for handlers inherit theirs. */
function emulatorVariables(temporary: string, { gateway, region }: EmulatorOptions): NodeJS.ProcessEnv {
  return {
    PATH: process.env["PATH"],
    LANG: "C.UTF-8",
    HOME: temporary,
    TMPDIR: temporary,
    PYTHONUNBUFFERED: "1",
    PYTHONDONTWRITEBYTECODE: "1",
    AWS_ENDPOINT_URL: gateway.endpointUrl,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    GATEWAY_PORT: String(gateway.port),
    MINISTACK_HOST: "aws.internal",
    MINISTACK_REGION: region,
    // AWS's own policies exist to be attached; moto leaves them out otherwise (0.4 s an account).
    MOTO_IAM_LOAD_MANAGED_POLICIES: "true",
    LAMBDA_EXECUTOR: "local",
    IOT_MTLS_ENABLED: "0",
    SFTP_ENABLED: "0",
    DOCKER_HOST: `unix://${join(temporary, "no-docker")}`,
    // Tried with "true": MiniStack then decides by its own IAM, and roles are in moto. It refused CreateFunction ("The role with name … cannot be
    // found"), and the handlers' calls, whose session token names the role to the gateway ("The security token included in the request is invalid").
    // The gateway decides by the policies of functions' roles itself (rehearsal/authorize/identity/).
    AUTH: "false",
    PERSIST_STATE: "0",
    // Keys by which a user pool signs are kept there all the same.
    STATE_DIR: join(temporary, "state"),
    LOG_LEVEL: "INFO",
  };
}

async function ready(
  name: EmulatorName,
  child: ChildProcess,
  socketPath: string,
  logFile: string,
  timeoutMilliseconds: number,
): Promise<void> {
  const deadline = Date.now() + timeoutMilliseconds;
  let failure: Error | undefined;
  child.once("error", (error) => (failure = error));
  while (Date.now() < deadline) {
    if (failure !== undefined || child.exitCode !== null || child.signalCode !== null) break;
    if (await answers(socketPath, name === "moto" ? "/moto-api/" : "/_ministack/health")) return;
    await sleep(50);
  }
  const tail = (await readFile(logFile, "utf8").catch(() => "")).split("\n").slice(-15).join("\n");
  const silent = failure === undefined && child.exitCode === null && child.signalCode === null;
  const why =
    failure?.message ??
    (silent ? `no answer in ${timeoutMilliseconds / 1000} s` : `exit ${child.exitCode ?? child.signalCode}`);
  throw new EmulatorError(`${name} did not start (${why})\n${tail}`, silent);
}

function answers(socketPath: string, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = request({ socketPath, path, timeout: 2_000, agent: false }, (response) => {
      response.resume();
      resolve(true);
    });
    probe.on("timeout", () => probe.destroy());
    probe.on("error", () => resolve(false));
    probe.end();
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
  await ended;
}
