import type { LandingZone } from "../../declaration/model";
import type { StackSpec } from "../../declaration/stacks";
import { UserError } from "../../declaration/user-error";
import { clientSettings } from "../../live/aws-client";
import type { Environment } from "../child-environment";
import type { CredentialsFor } from "../credentials";
import { lockText, readLock, removeLock, type StateLock } from "../locks/state-lock";
import { memberCredentials } from "../member-credentials";
import { pluginCacheEnvironment } from "../plugin-cache";
import { runTerraform } from "../run-terraform";
import { whoAmI } from "../../live/sts";
import { stackDirectory } from "../synthesise";
import { errorsIn } from "../terraform-output";
import { findImports } from "./find-imports";
import { assertNothingLacking, type Imports, mayLackObjects, writeImports } from "./import-file";
import { openSearch, type Search } from "./search";
import { type RecoveryOptions, staleLock } from "./stale-lock";

export interface StackToRecover extends RecoveryOptions {
  readonly zone: LandingZone;
  readonly spec: StackSpec;
  readonly outDirectory: string;
  readonly logFile: string;
  readonly credentialsFor: CredentialsFor;
  /** Of the stack's identity, with Terraform's settings. */
  readonly environment: Environment;
  /** Whether import blocks take effect: a saved plan is applied as it is. */
  readonly applies: boolean;
  readonly stop?: AbortSignal | undefined;
}

/**
 * Makes a stack whose apply was killed fit to be applied again: finds what was created and not recorded, and writes import blocks for
 * it beside the stack, then removes the stale lock. A stack that nothing happened to is left alone.
 *
 * Terraform writes a remote state every 20 seconds and at the end (Terraform source, internal/backend/local/backend_apply.go,
 * PersistInterval), so a killed apply loses what it has created since.
 * @throws UserError when the lock's owner may live, the objects cannot be told apart, or a saved plan would have to take them up
 */
export async function recoverStack(stack: StackToRecover): Promise<void> {
  const { zone, spec, environment, onRecovery = () => undefined } = stack;
  const directory = stackDirectory(stack.outDirectory, spec.id);
  if (!stack.applies) {
    assertNothingLacking(directory, spec.id);
    return assertUnlocked(stack);
  }
  const lock = await staleLock(zone, spec, environment, stack);
  if (!lock && !stack.recover && !mayLackObjects(directory)) return;
  writeImports(directory, new Map());
  const imports = await searchAndFind(stack, directory);
  if (lock) await removeLock(spec, lock, zone.regions.home, environment);
  onRecovery({ type: "found", stack: spec.id, addresses: [...imports.keys()].sort() });
}

async function assertUnlocked({ zone, spec, environment }: StackToRecover): Promise<void> {
  const lock = await readLock(spec, zone.regions.home, environment);
  if (lock) throw planIsOld(spec.id, lock);
}

function planIsOld(stack: string, lock: StateLock): UserError {
  return new UserError(
    `the state of ${stack} is locked by ${lockText(lock)}`,
    `If that was killed: \`landfall deploy ${stack}\`, for a saved plan cannot take up what it made. Then plan again.`,
  );
}

async function searchAndFind(stack: StackToRecover, directory: string): Promise<Imports> {
  const { spec, logFile, stop } = stack;
  const environment = { ...pluginCacheEnvironment(stack.environment), ...stack.environment };
  const initialised = await runTerraform(["init", "-input=false", "-no-color"], directory, environment, stop);
  if (initialised.code !== 0) {
    const words = errorsIn(initialised.output.split("\n")).join("\n");
    throw new UserError(`${spec.id}: Terraform cannot be initialised: ${words}`, "Put that right, then run it again.");
  }
  const search = await searchAccountOf(stack);
  try {
    return await findImports({ stack: spec.id, directory, logFile, environment, search, stop });
  } catch (error) {
    // Guesses that nobody has judged would spoil every other plan of the stack.
    writeImports(directory, new Map());
    throw error;
  } finally {
    search.close();
  }
}

/** A search where the stack's provider looks, with its credentials: of a platform stack, those of the role it assumes. */
async function searchAccountOf({ zone, spec, credentialsFor, environment }: StackToRecover): Promise<Search> {
  const region = spec.region ?? zone.regions.home;
  const member = spec.identity === "platform" ? await memberCredentials(credentialsFor, zone, spec, environment) : {};
  const own = { ...environment, ...member };
  const { account } = await whoAmI({ region, environment: own });
  return openSearch({ partition: zone.partition, account, region }, clientSettings(region, own));
}
