import { createHash } from "node:crypto";
import { relative } from "node:path";
import type { Built } from "../bundle/bundle-cache";
import { changedFiles } from "./changed-files";
import type { FunctionCode, ServiceCode } from "./service-code";

export interface Reloading {
  /** Reads the service as it is on disk. */
  readonly load: () => ServiceCode;
  /** Puts code on a function, in every account that runs the service. */
  readonly put: (functionName: string, zip: Uint8Array) => Promise<void>;
  /** Deploys the service's stacks again. @returns false when that failed, which it has told */
  readonly redeploy: () => Promise<boolean>;
  readonly say: (line: string) => void;
}

/** What stands on a function. */
interface Running {
  readonly digest: string;
  /** Files that a change of which means another code. */
  readonly inputs: readonly string[];
  /** The last build failed: what to look at is not known, so that any change is worth a try. */
  readonly broken: boolean;
}

export interface Reloader {
  /** Looks at the service's files once, and brings what changed to its functions. Errors of the service's code are told; nothing is thrown for them. */
  look(): Promise<void>;
}

/** Keeps a deployed service as its sources are. What is on disk now is taken for what is deployed. */
export function reloader(reloading: Reloading): Reloader {
  const { load, put, redeploy, say } = reloading;
  const changed = changedFiles();
  // Noted before they are built, so that what is saved meanwhile has changed.
  const read = (): ServiceCode => {
    const service = load();
    changed.note([...service.definedBy, ...folderOf(service)]);
    return service;
  };
  let code = read();
  let running = new Map(code.functions.map((each) => [each.id, started(each, say)]));
  const watched = (): readonly string[] => [
    ...new Set([...code.definedBy, ...[...running.values()].flatMap(({ inputs }) => inputs), ...folderOf(code)]),
  ];
  changed.note(watched());

  const reload = async (each: FunctionCode, because: readonly string[]): Promise<void> => {
    const began = Date.now();
    const before = running.get(each.id);
    const built = attempt(each, say);
    if (built === undefined) {
      running.set(each.id, { digest: before?.digest ?? "", inputs: before?.inputs ?? [], broken: true });
      return;
    }
    const next = runningOf(built);
    if (next.digest !== before?.digest) {
      await put(each.functionName, built.zip);
      say(`reloaded ${each.functionName} in ${Date.now() - began} ms (${because.map(shown).join(", ")})`);
    } else if (before?.broken === true) say(`${each.functionName} builds again, as it was`);
    running.set(each.id, next);
    changed.note(next.inputs);
  };

  const deployAgain = async (because: readonly string[]): Promise<void> => {
    say(`${because.map(shown).join(", ")} changed: deploying the service`);
    const began = Date.now();
    if (!(await redeploy())) return;
    code = read();
    running = new Map(code.functions.map((each) => [each.id, started(each, say)]));
    changed.note(watched());
    say(`deployed in ${Date.now() - began} ms`);
    // What was saved meanwhile may have come too late for the deployment: it is put whatever stands there.
    const late = changed.look(watched());
    for (const each of code.functions) {
      const own = running.get(each.id)?.inputs.filter((file) => late.has(file)) ?? [];
      if (own.length === 0) continue;
      running.delete(each.id);
      await reload(each, own);
    }
  };

  return {
    look: async () => {
      const files = changed.look(watched());
      if (files.size === 0) return;
      const definition = code.definedBy.filter((file) => files.has(file));
      try {
        if (definition.length > 0) await deployAgain(definition);
        else {
          for (const each of code.functions) {
            const { inputs = [], broken = false } = running.get(each.id) ?? {};
            const own = inputs.filter((file) => files.has(file));
            if (own.length > 0 || broken) await reload(each, own.length > 0 ? own : [...files]);
          }
        }
      } catch (error) {
        say(`not reloaded: ${messageOf(error)}`);
      }
    },
  };
}

function started(each: FunctionCode, say: (line: string) => void): Running {
  const built = attempt(each, say);
  return built === undefined ? { digest: "", inputs: [], broken: true } : runningOf(built);
}

/** What the function is built to, or nothing where its sources do not build. */
function attempt(each: FunctionCode, say: (line: string) => void): Built | undefined {
  try {
    return each.build();
  } catch (error) {
    say(`${each.functionName} does not build; its old code goes on:\n${messageOf(error)}`);
    return undefined;
  }
}

function runningOf({ zip, inputs }: Built): Running {
  const digest = createHash("sha256").update(zip).digest("hex");
  return { digest, inputs: inputs.filter((file) => !file.includes("node_modules")), broken: false };
}

/** The folder may be moved or gone for a moment. */
function folderOf(code: ServiceCode): readonly string[] {
  try {
    return code.folder();
  } catch {
    return [];
  }
}

function shown(file: string): string {
  return relative(process.cwd(), file);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
