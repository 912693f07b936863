import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { loadZone } from "../declaration/load";
import { servicesOf } from "../declaration/needed-stacks";
import { UserError } from "../declaration/user-error";
import type { Environment } from "../delivery/child-environment";
import { ambientCredentials } from "../delivery/credentials";
import { deploy } from "../delivery/deploy";
import type { StackRun } from "../delivery/deploy-stack";
import { localAwsUrl } from "../rehearsal/local-aws";
import { putCode } from "../rehearsal/put-code";
import { reloader } from "../workloads/reload/reloader";
import { serviceCode } from "../workloads/reload/service-code";

/** A rehearsal whose services are watched. */
export interface WatchedRun extends Pick<
  StackRun,
  "zoneDirectory" | "outDirectory" | "credentialsFor" | "terraformEnv"
> {
  /** How the local AWS is reached. */
  readonly environment: Environment;
}

const lookMilliseconds = 200;

/**
 * Brings what changes of some accounts' services to the local AWS until it is stopped: code to the functions, a definition or contract by
 * deploying the service's stacks. The zone itself is not watched.
 *
 * @param names accounts; all with a service when empty
 */
export async function watchServices(
  run: WatchedRun,
  names: readonly string[],
  stop: AbortSignal,
  say: (line: string) => void,
): Promise<void> {
  const zone = loadZone(run.zoneDirectory);
  const accounts = new Map<string, string[]>();
  const stacks = servicesOf(zone, names);
  for (const { account } of stacks) {
    const service = account.service?.name ?? "";
    accounts.set(service, [...(accounts.get(service) ?? []), account.name]);
  }
  const reach = { zone, environment: run.environment, credentialsFor: run.credentialsFor };
  const reloaders = [...accounts].map(([service, of]) =>
    reloader({
      load: () => serviceCode(service),
      put: async (functionName, zip) => {
        await Promise.all(of.map((account) => putCode(reach, account, functionName, zip)));
      },
      redeploy: () =>
        deployed(
          run,
          stacks.filter(({ account }) => of.includes(account.name)).map(({ id }) => id),
          stop,
          say,
        ),
      say,
    }),
  );
  say(`Watching ${[...accounts].map(([service, of]) => `${service} (${of.join(", ")})`).join(", ")}.`);
  while (!stop.aborted) {
    for (const each of reloaders) if (!stop.aborted) await each.look();
    await sleep(lookMilliseconds, undefined, { signal: stop }).catch(() => undefined);
  }
}

/** Deploys stacks again. @returns whether all are done; what failed is told */
async function deployed(
  run: WatchedRun,
  only: readonly string[],
  stop: AbortSignal,
  say: (line: string) => void,
): Promise<boolean> {
  try {
    const { stacks } = await deploy({ ...run, only, stop });
    for (const stack of stacks) {
      if (stack.status === "failed") say(`${stack.stack} failed:\n${stack.errors.join("\n")}`);
      else if (stack.status === "not-reached") say(`${stack.stack} was not deployed: ${stack.reason}`);
    }
    return stacks.every(({ status }) => status === "done");
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    say(`not deployed: ${error.message}`);
    return false;
  }
}

/**
 * The kept rehearsal that this shell's variables lead to.
 * @throws UserError in a shell that is on none: what is watched is changed without asking, which is for no real AWS
 */
export function sourcedRun(zoneDirectory: string, environment: NodeJS.ProcessEnv = process.env): WatchedRun {
  const outDirectory = environment["CDKTF_OUTDIR"];
  if (environment["AWS_ENDPOINT_URL"] !== localAwsUrl || outDirectory === undefined) {
    throw new UserError(
      "--watch without --keep works on a kept rehearsal, and this shell is on none",
      "Add --keep, or `source` the environment.sh that a kept rehearsal names.",
    );
  }
  return {
    zoneDirectory,
    outDirectory: resolve(outDirectory),
    credentialsFor: ambientCredentials(environment),
    terraformEnv: {},
    environment: Object.fromEntries(
      Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  };
}
