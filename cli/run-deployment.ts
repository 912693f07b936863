import type { DeployOptions } from "../delivery/deploy";
import { type Deployment, succeeded } from "../delivery/deployment";
import { exitCodes } from "./command";
import { deployProgress } from "./deploy-progress";
import { deploySummary } from "./deploy-summary";
import { interruptible } from "./interrupt";

/** How a running deployment is watched and stopped. */
export type Watch = Required<Pick<DeployOptions, "stop" | "interrupt" | "forceStop" | "onEvent">>;

/**
 * Shows a deployment while it runs, stops it in order at Ctrl-C, and sums it up.
 * @param report writes what came of it where it was asked for
 * @returns the exit code
 */
export async function runDeployment(
  deploy: (watch: Watch) => Promise<Deployment>,
  report: (deployment: Deployment) => void,
): Promise<number> {
  const progress = deployProgress();
  const interruption = interruptible(progress.say, true);
  try {
    const deployment = await deploy({
      stop: interruption.stop,
      interrupt: interruption.interrupt,
      forceStop: interruption.force,
      onEvent: progress.onEvent,
    });
    progress.close();
    for (const line of deploySummary(deployment)) console.error(line);
    report(deployment);
    if (deployment.interrupted) return exitCodes.interrupted;
    return succeeded(deployment) ? exitCodes.success : exitCodes.failed;
  } finally {
    progress.close();
    interruption.dispose();
  }
}
