import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { z } from "zod";
import type { faultsFile } from "../../declaration/schema/faults";
import { writeJson } from "../../declaration/source/write-json";
import type { RecordedCall } from "../../rehearsal/gateway/record";
import { startLandfallIn, type RunningLandfall } from "./landfall";

/** A rehearsal that is kept, as another terminal sees it. */
export interface KeptRehearsal {
  readonly running: RunningLandfall;
  /** What `source environment.sh` sets. */
  readonly environment: Readonly<Record<string, string>>;
  /** Its copy of the zone. */
  readonly zone: string;
  /** Every call to an AWS API so far. */
  calls(): readonly RecordedCall[];
  /** Puts faults in force, in place of the former: from the next call on. */
  inject(faults: FaultsInput["faults"]): void;
  /** How many functions so far took longer than they may: on a machine that is busy enough any can. */
  timeouts(): number;
}

type FaultsInput = z.input<typeof faultsFile>;

const root = resolve(__dirname, "../..");

/** Starts a rehearsal and resolves once it is kept. */
export function keepRehearsal(...args: readonly string[]): Promise<KeptRehearsal> {
  return keepRehearsalOf(root, ...args);
}

/** Like `keepRehearsal`, of the project in another directory. */
export async function keepRehearsalOf(project: string, ...args: readonly string[]): Promise<KeptRehearsal> {
  const cache = { LANDFALL_CACHE: join(root, ".landfall") };
  const running = startLandfallIn(project, cache, "rehearse", "--keep", ...args);
  await running.says("ends it.");
  const file = /source (\S+environment\.sh)/.exec(running.output())?.[1] ?? "";
  const path = resolve(project, file);
  const environment = sourced(path);
  return {
    running,
    environment,
    zone: environment["LANDFALL_ZONE"] ?? "",
    calls: () =>
      readFileSync(join(dirname(path), "calls.jsonl"), "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line): RecordedCall => JSON.parse(line)),
    inject: (faults) => writeJson(environment["LANDFALL_FAULTS"] ?? "", { faults } satisfies FaultsInput),
    timeouts: () => timeoutsIn(readFileSync(join(dirname(path), "ministack.log"), "utf8")),
  };
}

/** As MiniStack logs them; API Gateway answers 502 then, as on AWS. */
export function timeoutsIn(log: string): number {
  return log.match(/^\S+ \S+ WARNING \[lambda_runtime\] Lambda \S+ timed out after \d+s/gm)?.length ?? 0;
}

/** The variables a shell has after reading the file, and did not have before. */
function sourced(file: string): Readonly<Record<string, string>> {
  const text = execFileSync("env", ["-i", "bash", "--norc", "-c", 'source "$0" && env -0', file], { encoding: "utf8" });
  const variables = text.split("\0").flatMap((line): [string, string][] => {
    const [name = "", ...value] = line.split("=");
    return ["", "PWD", "SHLVL", "_"].includes(name) ? [] : [[name, value.join("=")]];
  });
  return Object.fromEntries(variables);
}
