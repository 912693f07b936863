import type { Command } from "commander";
import { loadZone } from "../declaration/load";
import { stacksForServices } from "../declaration/needed-stacks";
import { writeJson } from "../declaration/source/write-json";
import { endRehearsals } from "../rehearsal/run-directory";
import { Interrupted, rehearse as rehearseZone, type KeptRehearsal } from "../rehearsal/rehearse";
import { passed, type RehearsalReport } from "../rehearsal/report";
import { runProbes } from "../workloads/contract/run-probes";
import { scenarioOf } from "../workloads/scenario";
import { probesFor } from "../workloads/service-probes";
import { exitCodes, registration } from "./command";
import { deployProgress } from "./deploy-progress";
import { interruptible } from "./interrupt";
import { checkJsonFile } from "./output-paths";
import { checkLine, faultLines, keptLines, summaryLines } from "./rehearsal-lines";
import { parallelismOption } from "./parallelism-option";
import { sourcedRun, type WatchedRun, watchServices } from "./watch-services";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly only: readonly string[];
  readonly keep?: boolean;
  readonly watch?: boolean;
  readonly destroy?: boolean;
  readonly parallelism?: number;
  readonly faults?: string;
  readonly json?: string;
}

export const rehearse = registration<Options>({
  name: "rehearse",
  usage: "",
  summary: "deploy the whole zone to a local AWS, call the services it deployed, and prove that it is there",
  examples: [
    "landfall rehearse",
    "landfall rehearse --zone test/zones/birch --json report.json",
    "landfall rehearse --only org logs trail",
    "landfall rehearse --keep           # in one terminal: leave it running, then use aws or an SDK in another",
    "landfall rehearse --keep --faults faults.yaml   # see docs/faults.md; a change of the file takes effect at once",
    "landfall rehearse --only orders-dev --keep --watch    # one account's service, its code reloaded as it changes",
    "landfall rehearse --only orders-dev --watch           # the same on the kept rehearsal whose environment.sh was sourced",
    "landfall rehearse --destroy        # end kept rehearsals",
  ],
  tools: ["terraform", "python"],
  configure: (command: Command) =>
    void command
      .addOption(zoneOption())
      .option("--only <stacks...>", "deploy these stacks and no others", [])
      .option("--keep", "leave the local AWS running until Ctrl-C and print how to reach it")
      .option("--watch", "bring changed code of services to their functions; --only then names accounts")
      .option("--destroy", "end the rehearsals of this directory that still run, and remove what they left")
      .option(
        "--faults <file>",
        "inject the faults of a file into calls of functions and state machines: errors, delays, …",
      )
      .addOption(parallelismOption())
      .option("--json <file>", "write the figures and checks as JSON to a file .json"),
  run: async (_, options) => {
    if (options.destroy) {
      const ended = await endRehearsals();
      console.error(ended.length === 0 ? "No rehearsal is there." : `Ended ${ended.join(", ")}.`);
      return exitCodes.success;
    }
    checkJsonFile(options.json);
    const { keep = false, watch = false } = options;
    if (watch && !keep) return watchJoined(options);
    const progress = deployProgress();
    const interruption = interruptible(progress.say);
    try {
      const report = await rehearseZone({
        zoneDirectory: options.zone,
        only: watch ? stacksForServices(loadZone(options.zone), options.only) : options.only,
        secondPlan: !watch,
        playScenario: watch ? undefined : scenarioOf(),
        askService: (service, send) => runProbes(probesFor(service), send),
        faults: options.faults,
        parallelism: options.parallelism,
        stop: interruption.stop,
        forceStop: interruption.force,
        onEvent: (event) => {
          if (event.type === "deploy") progress.onEvent(event.event);
          else progress.say(event.type === "stage" ? event.text : checkLine(event.check));
        },
        keep: keep
          ? async (kept) => {
              keptLines(kept).forEach(progress.say);
              if (watch) await watchServices(watchedRun(kept), options.only, interruption.stop, progress.say);
              else await waitFor(interruption.stop);
              faultLines(kept.aws.faultCounts()).forEach(progress.say);
            }
          : undefined,
        finished: (report) => conclude(report, options.json, progress.say),
      });
      return passed(report) ? exitCodes.success : exitCodes.failed;
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      progress.say("Interrupted. Everything the rehearsal started has been stopped.");
      return exitCodes.interrupted;
    } finally {
      progress.close();
      interruption.dispose();
    }
  },
});

function conclude(report: RehearsalReport, json: string | undefined, say: (line: string) => void): void {
  if (json !== undefined) writeJson(json, report);
  summaryLines(report).forEach(say);
}

/** A rehearsal that this process started, as what watches it needs it. */
function watchedRun({ run, aws }: KeptRehearsal): WatchedRun {
  return { ...run, environment: aws.proxyEnvironment };
}

async function watchJoined(options: Options): Promise<number> {
  const interruption = interruptible(console.error);
  try {
    await watchServices(sourcedRun(options.zone), options.only, interruption.stop, console.error);
    return exitCodes.success;
  } finally {
    interruption.dispose();
  }
}

async function waitFor(stop: AbortSignal): Promise<void> {
  await new Promise<void>((resume) => {
    const alive = setInterval(() => undefined, 60_000);
    const end = (): void => {
      clearInterval(alive);
      resume();
    };
    if (stop.aborted) end();
    else stop.addEventListener("abort", end, { once: true });
  });
}
