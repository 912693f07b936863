import type { LandingZone } from "../../../declaration/model";
import { stacksOf } from "../../../declaration/stacks";
import { UserError } from "../../../declaration/user-error";
import { checkRangesRecorded } from "../check-ranges-recorded";
import { approvalEnvironment, needsApproval, pipelineRole } from "../environments";
import { splitWave } from "../../waves/split-wave";
import { type Waves, wavesOf } from "../../waves/waves";
import { jobsPerMatrix } from "./limits";

/** One job of a matrix. */
export interface MatrixRow {
  readonly stack: string;
  /** Role of the management account, and environment in which the stack is planned to be applied. */
  readonly role: string;
  /** Environment in which it is applied. */
  readonly environment: string;
}

/** Names of the outputs by which the workflow's first job hands its matrices to the others. */
export const outputName = {
  /** Part of the list of all affected stacks. */
  plan: (part: number): string => `plan-${part + 1}`,
  /** Part of a wave. */
  wave: (wave: number, part: number): string => `wave-${wave + 1}-${part + 1}`,
};

/** What the workflow has jobs for: how many parts the list of all stacks has, and each wave. */
export interface Capacity {
  readonly planParts: number;
  /** Parts of each wave. */
  readonly waveParts: readonly number[];
}

/**
 * The most a change of this zone can need: as many waves as the whole zone has. A stack may come in an earlier wave than
 * there, where what it comes after has not changed, and never in a later one.
 */
export function capacityOf(zone: LandingZone): Capacity {
  const whole = wavesOf(
    zone,
    stacksOf(zone).map(({ id }) => id),
  );
  const partsFrom = (wave: number): number => splitWave(whole.slice(wave).flat(), jobsPerMatrix).length;
  return { planParts: partsFrom(0), waveParts: whole.map((_, wave) => partsFrom(wave)) };
}

/**
 * The matrices of one change, as `NAME=JSON` lines for the file that GITHUB_OUTPUT names.
 * @param waves stacks to deploy, wave by wave
 * @throws UserError when a range is not recorded, or there are more waves than the workflow has jobs for
 */
export function githubMatrices(zone: LandingZone, waves: Waves): string {
  checkRangesRecorded(zone);
  const { planParts, waveParts } = capacityOf(zone);
  if (waves.length > waveParts.length) {
    throw new UserError(
      `${waves.length} waves are more than the ${waveParts.length} of the whole zone`,
      "This is a mistake in the waves.",
    );
  }
  const rows = new Map(stacksOf(zone).map((spec) => [spec.id, rowOf(zone, spec)]));
  const rowsOf = (stacks: readonly string[]): readonly MatrixRow[] => stacks.flatMap((id) => rows.get(id) ?? []);
  const all = splitWave(rowsOf(waves.flat()), jobsPerMatrix);
  const lines = [
    ...Array.from({ length: planParts }, (_, part) => line(outputName.plan(part), all[part])),
    ...waveParts.flatMap((parts, wave) => {
      const split = splitWave(rowsOf(waves[wave] ?? []), jobsPerMatrix);
      return Array.from({ length: parts }, (_, part) => line(outputName.wave(wave, part), split[part]));
    }),
  ];
  return lines.join("\n");
}

function rowOf(zone: LandingZone, spec: ReturnType<typeof stacksOf>[number]): MatrixRow {
  const role = pipelineRole(spec);
  return { stack: spec.id, role, environment: needsApproval(zone, spec) ? approvalEnvironment(role) : role };
}

function line(name: string, rows: readonly MatrixRow[] = []): string {
  return `${name}=${JSON.stringify(rows)}`;
}
