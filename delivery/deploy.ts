import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { loadZone } from "../declaration/load";
import { readIds } from "../declaration/lock-file";
import { recordAddresses } from "../declaration/record-addresses";
import type { StackSpec } from "../declaration/stacks";
import { defaultParallelism } from "./capacity";
import { deployStack, type StackRun } from "./deploy-stack";
import type { Deployment, DeployEvent, StackResult } from "./deployment";
import { pluginCache } from "./plugin-cache";
import type { RecoveryEvent } from "./recovery/stale-lock";
import { initialState, nextToStart, notReached, startable, type StackStatus } from "./schedule";
import { withIds } from "./sync";
import { synthesise } from "./synthesise";
import type { StackProgress } from "./terraform-output";

export interface DeployOptions extends StackRun {
  /** How many stacks at once; by the machine's cores and memory when absent. */
  readonly parallelism?: number | undefined;
  /** Ids of the stacks to deploy; all when empty. What comes before them must be deployed already. */
  readonly only?: readonly string[] | undefined;
  readonly onEvent?: ((event: DeployEvent) => void) | undefined;
}

/** The two things a deployment does; tests put others in their place. */
export interface DeploySteps {
  readonly synthesise: typeof synthesise;
  readonly deployStack: typeof deployStack;
}

/**
 * Deploys a zone: each stack as soon as the stacks before it are done and the ids it needs are locked. A stack that fails stops
 * only those that come after it.
 * @throws DeclarationError, UserError for a zone that does not validate or a stack it does not have
 */
export async function deploy(
  options: DeployOptions,
  steps: DeploySteps = { synthesise, deployStack },
): Promise<Deployment> {
  const { zoneDirectory, outDirectory, stop } = options;
  const { parallelism = defaultParallelism(), onEvent = () => undefined } = options;
  const started = Date.now();
  const ranges = recordAddresses(zoneDirectory);
  let zone = loadZone(zoneDirectory);
  const state = new Map<string, StackStatus>(initialState(zone, options.only ?? []));
  mkdirSync(join(outDirectory, "logs"), { recursive: true });
  onEvent({ type: "planned", stacks: [...state.keys()], parallelism });
  if (ranges.length > 0) onEvent({ type: "ranges", accounts: ranges });

  const results = new Map<string, StackResult>();
  const running = new Map<string, Promise<void>>();
  const synthesised = new Set<string>();
  const cache = pluginCache(options.terraformEnv);
  let synthesisSeconds = 0;

  const onRecovery = (event: RecoveryEvent): void => onEvent({ type: "recovery", event });
  const start = (spec: StackSpec): void => {
    state.set(spec.id, "running");
    onEvent({ type: "started", stack: spec.id });
    const onProgress = (progress: StackProgress): void => {
      cache.observe(progress);
      onEvent({ type: "progress", stack: spec.id, progress });
    };
    const run = cache
      .turn()
      .then(() => steps.deployStack({ ...options, onRecovery }, zone, spec, onProgress))
      .then((result) => {
        cache.observe("ended");
        state.set(spec.id, result.status === "done" ? "done" : "failed");
        results.set(spec.id, result);
        zone = withIds(zone, readIds(zoneDirectory));
        running.delete(spec.id);
        onEvent({ type: "finished", result });
      });
    running.set(spec.id, run);
  };

  const prepare = async (ready: readonly StackSpec[]): Promise<void> => {
    const stacks = ready.map((spec) => spec.id).filter((id) => !synthesised.has(id));
    if (stacks.length === 0) return;
    const began = Date.now();
    await steps.synthesise({ zoneDirectory, outDirectory, stacks, stop });
    const seconds = (Date.now() - began) / 1000;
    synthesisSeconds += seconds;
    stacks.forEach((id) => synthesised.add(id));
    onEvent({ type: "synthesised", stacks, seconds });
  };

  try {
    while (!stop?.aborted) {
      await prepare(startable(zone, state));
      if (!stop?.aborted)
        nextToStart(zone, state, parallelism)
          .filter(({ id }) => synthesised.has(id))
          .forEach(start);
      if (running.size > 0) await Promise.race(running.values());
      // What became ready while the others were synthesised is still to be synthesised itself.
      else if (startable(zone, state).length === 0) break;
    }
  } catch (error) {
    if (!stop?.aborted) throw error;
  } finally {
    await Promise.all(running.values());
  }

  const reasons = notReached(zone, state);
  const stacks = [...state.keys()].map((stack): StackResult => {
    const reason = stop?.aborted ? "interrupted before its turn" : (reasons.get(stack) ?? "unknown");
    return results.get(stack) ?? { stack, status: "not-reached", reason };
  });
  return { stacks, seconds: (Date.now() - started) / 1000, synthesisSeconds, interrupted: stop?.aborted ?? false };
}
