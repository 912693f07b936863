import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Environment } from "./child-environment";
import type { StackProgress } from "./terraform-output";

/** Lets one stack initialise alone, so that the others find the provider in the cache. */
export interface PluginCache {
  /** Resolves when the caller may initialise. */
  turn(): Promise<void>;
  /** To be told how the stack goes, and that it ended. */
  observe(progress: StackProgress | "ended"): void;
}

/**
 * cdktf gives Terraform one plugin cache for all stacks, which is not safe while several fill it (Terraform docs, CLI
 * configuration, provider plugin cache). Nobody waits when the environment switches that cache off, as a provider mirror allows.
 */
export function pluginCache(terraformEnv: Environment): PluginCache {
  let fill = (): void => undefined;
  const filled = new Promise<void>((resolve) => (fill = resolve));
  let taken = false;
  if (isSwitchedOff(terraformEnv)) fill();
  return {
    turn: () => {
      if (taken) return filled;
      taken = true;
      return Promise.resolve();
    },
    observe: (progress) => {
      if (progress === "ended" || !["starting", "initialising"].includes(progress.phase)) fill();
    },
  };
}

/**
 * The same cache for Terraform run without cdktf, where cdktf puts it. Empty when it is switched off.
 * @param terraformEnv settings that go before those of the process
 */
export function pluginCacheEnvironment(terraformEnv: Environment): Environment {
  if (isSwitchedOff({ ...definedIn(process.env), ...terraformEnv })) return {};
  const directory = process.env["TF_PLUGIN_CACHE_DIR"] ?? join(homedir(), ".terraform.d", "plugin-cache");
  mkdirSync(directory, { recursive: true });
  return { TF_PLUGIN_CACHE_DIR: directory };
}

function definedIn(environment: NodeJS.ProcessEnv): Environment {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

function isSwitchedOff(environment: Environment): boolean {
  return ["1", "true"].includes(environment["CDKTF_DISABLE_PLUGIN_CACHE_ENV"] ?? "");
}
