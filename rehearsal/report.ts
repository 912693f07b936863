import type { Deployment } from "../delivery/deployment";
import type { Check } from "./checks/check";
import type { FaultCount } from "./faults/faults";
import type { Shown } from "./shown";

/** Seconds of wall clock a rehearsal spent on each of its parts. */
export interface RehearsalSeconds {
  readonly start: number;
  readonly deploy: number;
  readonly checks: number;
  readonly secondPlan: number;
  readonly total: number;
}

/** What `landfall rehearse --json FILE` writes. */
export interface RehearsalReport {
  readonly zone: string;
  readonly accounts: number;
  /** Stacks deployed. */
  readonly stacks: number;
  /** Resources Terraform created. */
  readonly resources: number;
  /** Resources of the deployed stacks by what the local AWS does with them. */
  readonly shown: Shown;
  /** Calls to AWS APIs the gateway answered. */
  readonly awsCalls: number;
  readonly seconds: RehearsalSeconds;
  /** Of Landfall, Terraform, the provider and the emulators together; absent where the system does not tell. */
  readonly peakMemoryMiB: number | undefined;
  readonly deployment: Deployment;
  readonly checks: readonly Check[];
  /** What each fault has hit, before a kept rehearsal is kept. */
  readonly faults: readonly FaultCount[];
}

/** True when every stack was deployed and every check passed. */
export function passed(report: RehearsalReport): boolean {
  return report.deployment.stacks.every((stack) => stack.status === "done") && report.checks.every((check) => check.ok);
}
