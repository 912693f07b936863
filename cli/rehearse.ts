import type { Command } from "commander";
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
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly only: readonly string[];
  readonly keep?: boolean;
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
    "landfall rehearse --destroy        # end kept rehearsals",
  ],
  tools: ["terraform", "python"],
  configure: (command: Command) =>
    void command
      .addOption(zoneOption())
      .option("--only <stacks...>", "deploy these stacks and no others", [])
      .option("--keep", "leave the local AWS running until Ctrl-C and print how to reach it")
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
    const progress = deployProgress();
    const interruption = interruptible(progress.say);
    const { keep } = options;
    try {
      const report = await rehearseZone({
        zoneDirectory: options.zone,
        only: options.only,
        playScenario: scenarioOf(),
        askService: (service, send) => runProbes(probesFor(service), send),
        faults: options.faults,
        parallelism: options.parallelism,
        stop: interruption.stop,
        forceStop: interruption.force,
        onEvent: (event) => {
          if (event.type === "deploy") progress.onEvent(event.event);
          else progress.say(event.type === "stage" ? event.text : checkLine(event.check));
        },
        keep: keep ? (kept) => waitWhileKept(kept, interruption.stop, progress.say) : undefined,
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

async function waitWhileKept(kept: KeptRehearsal, stop: AbortSignal, say: (line: string) => void): Promise<void> {
  keptLines(kept).forEach(say);
  await new Promise<void>((resume) => {
    const alive = setInterval(() => undefined, 60_000);
    const end = (): void => {
      clearInterval(alive);
      resume();
    };
    if (stop.aborted) end();
    else stop.addEventListener("abort", end, { once: true });
  });
  faultLines(kept.aws.faultCounts()).forEach(say);
}
