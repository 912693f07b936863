import { stringify } from "yaml";
import type { LandingZone } from "../../../declaration/model";
import { UserError } from "../../../declaration/user-error";
import { deployedJob } from "./deployed-job";
import { capacityOf } from "./matrix";
import { readOnlyJobs } from "./read-only-jobs";
import type { Workflow } from "./types";
import { waveJobs } from "./wave-jobs";
import { wavesJob, workflowPath } from "./waves-job";

const written = [
  `# Written by \`landfall waves --format github > ${workflowPath}\`: change the zone and write it anew, not this file.`,
  "# Who approves in its environments is yours to set in the repository: see docs/pipeline.md of Landfall.",
];

/**
 * The workflow of the zone's repository: plans on a pull request, deployment wave by wave on a push, the drift report every night. It
 * depends on how many stacks the zone has and how deep they are, on nothing else: a change of the zone rarely changes it.
 * @param zoneDirectory of the zone in the repository
 * @throws UserError when the zone does not name its repository
 */
export function githubWorkflow(zone: LandingZone, zoneDirectory = "zone"): string {
  if (zone.pipeline === undefined) {
    throw new UserError(
      "the zone does not name its repository, which the deploy roles are to trust",
      "Add `deployment.github.repository` to landing-zone.yaml.",
    );
  }
  const capacity = capacityOf(zone);
  const workflow: Workflow = {
    name: "landfall",
    on: {
      pull_request: {},
      push: { branches: ["main"] },
      schedule: [{ cron: "17 4 * * *" }],
      workflow_dispatch: {},
    },
    permissions: {},
    concurrency: {
      // Deployments take turns. One that waits may be replaced by a later one, which deploys what it would have.
      group:
        "landfall-${{ github.event_name == 'pull_request' && github.ref || github.event_name == 'schedule' && 'drift' || 'deploy' }}",
      "cancel-in-progress": "${{ github.event_name == 'pull_request' }}",
    },
    env: { LANDFALL_ZONE: zoneDirectory },
    jobs: {
      waves: wavesJob(capacity),
      ...readOnlyJobs(zone, capacity),
      ...waveJobs(zone, capacity),
      deployed: deployedJob(zone, capacity),
    },
  };
  return [...written, stringify(workflow, { aliasDuplicateObjects: false, lineWidth: 0 }).trimEnd()].join("\n");
}
