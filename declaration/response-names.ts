import type { LandingZone } from "./model";

/** Role of the runbook, and the roles it takes on: names that stacks agree on. */
export const responseRoles = {
  runbook: "landfall-response",
  move: "landfall-response-move",
  snapshot: "landfall-response-snapshot",
} as const;

/** Name of the runbook's state machine. */
export const runbookName = "landfall-quarantine";

/** ARN of the runbook's role in the security tooling account, known before it exists. */
export function runbookRoleArn(zone: LandingZone): string {
  const tooling = zone.ids.get(`account/${zone.foundation["security-tooling"].name}`);
  return `arn:${zone.partition}:iam::${tooling}:role/${responseRoles.runbook}`;
}
