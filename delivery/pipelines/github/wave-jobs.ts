import type { LandingZone } from "../../../declaration/model";
import { deploys, expression, hasJobs, nothingFailed } from "./conditions";
import { type Capacity, outputName } from "./matrix";
import { checkout, credentials, download, install, stackVariable, terraform, upload } from "./steps";
import type { Job, Jobs, Step } from "./types";

export const applyJobName = (wave: number, part: number): string => `apply-${outputName.wave(wave, part)}`;
export const planJobName = (wave: number, part: number): string => `plan-${outputName.wave(wave, part)}`;

/** Each wave: plan its stacks, wait for approval where it is declared, apply exactly those plans. The next wave comes after. */
export function waveJobs(zone: LandingZone, { waveParts }: Capacity): Jobs {
  const jobs = waveParts.flatMap((parts, wave) =>
    Array.from({ length: parts }, (_, part) => {
      const before = Array.from({ length: waveParts[wave - 1] ?? 0 }, (_, other) => applyJobName(wave - 1, other));
      const output = outputName.wave(wave, part);
      return [
        [planJobName(wave, part), planJob(zone, output, before)],
        [applyJobName(wave, part), applyJob(zone, output, planJobName(wave, part))],
      ] as const;
    }).flat(),
  );
  return Object.fromEntries(jobs);
}

const savedPlan = "saved-plan-${{ matrix.stack }}";

const syncStep: Step = { name: "Ids that earlier waves made", run: 'npx landfall sync --read-only --for "$STACK"' };

function planJob(zone: LandingZone, output: string, before: readonly string[]): Job {
  return {
    name: "plan ${{ matrix.stack }}",
    ...waveJob(output, before),
    environment: "${{ matrix.role }}",
    steps: [
      ...prepared(zone),
      syncStep,
      { name: "Plan", run: 'npx landfall plan "$STACK" --save plans --markdown "$GITHUB_STEP_SUMMARY"' },
      upload(savedPlan, "plans"),
    ],
  };
}

function applyJob(zone: LandingZone, output: string, plan: string): Job {
  return {
    name: "apply ${{ matrix.stack }}",
    ...waveJob(output, [plan]),
    environment: "${{ matrix.environment }}",
    steps: [
      ...prepared(zone),
      download({ name: savedPlan }, "plans"),
      syncStep,
      { name: "Apply that plan", run: 'npx landfall apply plans "$STACK"' },
    ],
  };
}

/** One job at a time touches a stack's state, and nothing that applies is ever cancelled by a later run. */
function waveJob(output: string, needs: readonly string[]): Omit<Job, "steps"> {
  return {
    needs: ["waves", ...needs],
    if: expression(nothingFailed, deploys, hasJobs(output)),
    "runs-on": "ubuntu-latest",
    "timeout-minutes": 120,
    permissions: { contents: "read", "id-token": "write" },
    concurrency: { group: "landfall-state-${{ matrix.stack }}", "cancel-in-progress": false },
    strategy: { "fail-fast": false, matrix: { include: `\${{ fromJSON(needs.waves.outputs.${output}) }}` } },
    env: stackVariable,
  };
}

function prepared(zone: LandingZone): readonly Step[] {
  return [checkout(), ...install, terraform, credentials(zone, "${{ matrix.role }}")];
}
