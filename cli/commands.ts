import { createRequire } from "node:module";
import { join } from "node:path";
import type { Registration } from "./command";

/** Every command of the program, in the order its help shows them. Each is in the file of its name, and exported under it. */
export const commandNames = [
  "init",
  "adopt",
  "validate",
  "audit",
  "diff",
  "explain",
  "simulate",
  "reach",
  "evidence",
  "cost",
  "map",
  "waves",
  "rehearse",
  "preflight",
  "bootstrap",
  "deploy",
  "plan",
  "apply",
  "onboard",
  "move",
  "rename",
  "offboard",
  "sync",
  "unlock",
  "redrive",
  "eject",
  "handover",
  "status",
  "completion",
] as const;

export type CommandName = (typeof commandNames)[number];

/**
 * The commands that a command line needs: the one it names, because what the others import takes a second to load; all of them for the program's own
 * help, for names there are none of, and for scripts that complete them all.
 */
export function commandsFor(args: readonly string[]): readonly CommandName[] {
  const named = commandNames.find((name) => name === args[0]);
  const completesAll = named === "completion" && !args.includes("--names");
  return named === undefined || completesAll ? commandNames : [named];
}

/** Loads a command's module. */
export function loadCommand(name: CommandName): Registration {
  const exported: unknown = createRequire(__filename)(join(__dirname, name));
  const found: unknown = Object(exported)[name];
  if (!isRegistration(found)) throw new Error(`cli/${name}.ts does not export ${name}`);
  return found;
}

function isRegistration(value: unknown): value is Registration {
  return typeof value === "function";
}
