import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { bootstrap } from "../delivery/bootstrap";
import type { Environment } from "../delivery/child-environment";
import { deploy } from "../delivery/deploy";
import { planAgain } from "../delivery/plan-again";
import type { StackRun } from "../delivery/deploy-stack";
import type { Deployment, DeployEvent } from "../delivery/deployment";
import { initialState } from "../delivery/schedule";
import { loadZone } from "../declaration/load";
import type { LandingZone } from "../declaration/model";
import type { AskService } from "./checks/service-apis";
import { type Check } from "./checks/check";
import type { PlayScenario } from "./checks/scenario";
import { proveFromOutside } from "./checks/prove";
import { cacheDirectory } from "./cache-directory";
import { checkSecondPlan } from "./checks/second-plan";
import { rehearsalCredentials } from "./credentials";
import { faultFacts } from "./faults/facts";
import { type InjectedFaults, watchedFaults } from "./faults/watched-faults";
import { type LocalAws, startLocalAws } from "./local-aws";
import { watchMemory } from "./memory";
import { writeKeptEnvironment } from "./kept-environment";
import { terraformEnvironment } from "./provider/terraform-environment";
import type { RehearsalReport, RehearsalSeconds } from "./report";
import { makeRunDirectory, type RunDirectory } from "./run-directory";
import { shownOf } from "./shown";

export interface RehearsalOptions {
  readonly zoneDirectory: string;
  /** Ids of the stacks to deploy; all when empty. Checks of what is left out are left out too. */
  readonly only: readonly string[];
  /** Whether every stack is planned again; it is unless this says no. */
  readonly secondPlan?: boolean | undefined;
  /** Asks a deployed service what its contract promises. */
  readonly askService: AskService;
  /** Plays the project's scenario; a project may have none. */
  readonly playScenario?: PlayScenario | undefined;
  /** Called with the figures, before the local AWS is kept or stopped. */
  readonly finished: (report: RehearsalReport) => void;
  /** Called with the running local AWS once everything is checked; it is stopped when the promise settles. */
  readonly keep: ((kept: KeptRehearsal) => Promise<void>) | undefined;
  readonly onEvent: (event: RehearsalEvent) => void;
  /** File of the faults to inject; when undefined and the rehearsal is kept, `faults.yaml` of the run's directory. */
  readonly faults?: string | undefined;
  readonly parallelism?: number | undefined;
  readonly stop?: AbortSignal | undefined;
  readonly forceStop?: AbortSignal | undefined;
}

export interface KeptRehearsal {
  readonly aws: LocalAws;
  readonly directory: RunDirectory;
  readonly zone: LandingZone;
  /** File that a shell reads to work on the rehearsal. */
  readonly environmentFile: string;
  /** File whose rules are in force, and are looked for before every call. */
  readonly faultsFile: string;
  /** With what it was deployed, for those who deploy more. */
  readonly run: Pick<StackRun, "zoneDirectory" | "outDirectory" | "credentialsFor" | "terraformEnv">;
}

export type RehearsalEvent =
  | { readonly type: "stage"; readonly text: string }
  | { readonly type: "deploy"; readonly event: DeployEvent }
  | { readonly type: "check"; readonly check: Check };

/** The rehearsal was asked to stop before it was through. Everything it started has been stopped. */
export class Interrupted extends Error {
  constructor() {
    super("interrupted");
    this.name = "Interrupted";
  }
}

/**
 * Deploys a whole zone to a local AWS of its own by the real cdktf, Terraform and provider, and proves from outside that it is there.
 *
 * @throws DeclarationError, UserError for a zone or a machine it cannot work with; Interrupted after `stop`
 */
export async function rehearse(options: RehearsalOptions): Promise<RehearsalReport> {
  const began = Date.now();
  initialState(loadZone(options.zoneDirectory), options.only);
  const memory = watchMemory();
  const directory = makeRunDirectory(options.zoneDirectory);
  const faultsFile = options.faults ?? join(directory.path, "faults.yaml");
  const say = (text: string): void => options.onEvent({ type: "stage", text });
  let aws: LocalAws | undefined;
  try {
    say("Starting the local AWS");
    const zone = loadZone(directory.zone);
    const faults = (botocoreData: string): InjectedFaults => {
      const facts = faultFacts(zone, directory.zone, botocoreData);
      return watchedFaults({ path: resolve(faultsFile), shown: faultsFile, mustExist: !!options.faults }, facts, say);
    };
    aws = await startLocalAws({
      runDirectory: directory.path,
      cacheDirectory: cacheDirectory(),
      region: zone.regions.home,
      faults: options.faults !== undefined || options.keep ? faults : undefined,
      report: say,
    });
    const report = await rehearseOn(aws, directory, options, began);
    const whole = { ...report, peakMemoryMiB: memory.stop() };
    options.finished(whole);
    if (options.keep && !options.stop?.aborted) {
      const environmentFile = writeKeptEnvironment(directory, resolve(faultsFile), settings(aws, directory));
      const run = runOf(aws, directory);
      await options.keep({ aws, directory, zone: loadZone(directory.zone), environmentFile, faultsFile, run });
    }
    return whole;
  } catch (error) {
    // What was interrupted fails in its own way, pip among others: the interruption is what there is to tell.
    throwIfStopped(options.stop);
    throw error;
  } finally {
    memory.stop();
    await aws?.close();
    rmSync(directory.path, { recursive: true, force: true });
  }
}

async function rehearseOn(
  aws: LocalAws,
  directory: RunDirectory,
  options: RehearsalOptions,
  began: number,
): Promise<Omit<RehearsalReport, "peakMemoryMiB">> {
  const { stop, onEvent } = options;
  const run = { ...runOf(aws, directory), stop, forceStop: options.forceStop };
  const clock = stopwatch(began);
  await bootstrap(loadZone(directory.zone), aws.proxyEnvironment);
  const start = clock.lap();

  const deployment = await deploy({
    ...run,
    only: options.only,
    parallelism: options.parallelism,
    onEvent: (event) => onEvent({ type: "deploy", event }),
  });
  throwIfStopped(stop);
  const deploySeconds = clock.lap();

  const checks: Check[] = [];
  const prove = (check: Check): void => {
    checks.push(check);
    onEvent({ type: "check", check });
  };
  const zone = loadZone(directory.zone);
  const deployed = deployment.stacks.filter((stack) => stack.status === "done").map((stack) => stack.stack);
  onEvent({ type: "stage", text: "Proving from outside that the zone is there" });
  await proveFromOutside({
    aws,
    zone,
    deployed,
    directory,
    askService: options.askService,
    playScenario: options.playScenario,
    report: prove,
  });
  throwIfStopped(stop);
  const checkSeconds = clock.lap();

  if (options.secondPlan !== false) {
    onEvent({ type: "stage", text: `Planning ${deployed.length} stacks again` });
    const plans = deployed.length > 0 ? await planAgain({ ...run, only: deployed }) : [];
    throwIfStopped(stop);
    prove(await checkSecondPlan(plans));
  }
  const secondPlan = clock.lap();

  const seconds: RehearsalSeconds = {
    start,
    deploy: deploySeconds,
    checks: checkSeconds,
    secondPlan,
    total: (Date.now() - began) / 1000,
  };
  return {
    zone: zone.organization.name,
    accounts: zone.accounts.length,
    stacks: deployed.length,
    resources: resourcesOf(deployment),
    shown: shownOf(directory.out, deployed),
    awsCalls: aws.record.calls().length,
    seconds,
    deployment,
    checks,
    faults: aws.faultCounts(),
  };
}

function runOf(aws: LocalAws, directory: RunDirectory): KeptRehearsal["run"] {
  return {
    zoneDirectory: directory.zone,
    outDirectory: directory.out,
    credentialsFor: rehearsalCredentials(aws.proxyEnvironment, directory.path),
    terraformEnv: settings(aws, directory),
  };
}

/** How the local AWS is reached, and Terraform's settings. */
function settings(aws: LocalAws, directory: RunDirectory): Environment {
  return { ...aws.proxyEnvironment, ...terraformEnvironment({ runDirectory: directory.path }) };
}

function resourcesOf(deployment: Deployment): number {
  return deployment.stacks.reduce((sum, stack) => sum + (stack.status === "done" ? stack.counts.added : 0), 0);
}

function throwIfStopped(stop: AbortSignal | undefined): void {
  if (stop?.aborted) throw new Interrupted();
}

function stopwatch(began: number): { lap(): number } {
  let last = began;
  return {
    lap: () => {
      const seconds = (Date.now() - last) / 1000;
      last = Date.now();
      return seconds;
    },
  };
}
