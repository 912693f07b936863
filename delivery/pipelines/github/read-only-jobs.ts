import type { LandingZone } from "../../../declaration/model";
import { planRole } from "../../../declaration/names";
import { commentMarker } from "../../plan/plan-markdown";
import { planEnvironment } from "../environments";
import { comments, expression, hasJobs, nothingFailed, plans, reportsDrift } from "./conditions";
import { diffJob } from "./diff-job";
import { type Capacity, outputName } from "./matrix";
import { putComment } from "./put-comment";
import { checkout, credentials, download, install, stackVariable, terraform, upload } from "./steps";
import type { Job, Jobs } from "./types";

const planJobName = (part: number): string => `plan-${part + 1}`;

/** Plans that nobody applies: each affected stack of a pull request, with what it lets the accounts do; every stack for the drift report. */
export function readOnlyJobs(zone: LandingZone, { planParts }: Capacity): Jobs {
  const parts = Array.from({ length: planParts }, (_, part) => part);
  const needs = ["waves", ...parts.map(planJobName)];
  return {
    ...Object.fromEntries(parts.map((part) => [planJobName(part), planJob(zone, outputName.plan(part))])),
    comment: commentJob(needs),
    diff: diffJob(),
    drift: driftJob(needs),
  };
}

function planJob(zone: LandingZone, output: string): Job {
  return {
    name: "plan ${{ matrix.stack }}",
    needs: ["waves"],
    if: expression(nothingFailed, plans, hasJobs(output)),
    "runs-on": "ubuntu-latest",
    "timeout-minutes": 60,
    environment: planEnvironment,
    permissions: { contents: "read", "id-token": "write" },
    strategy: { "fail-fast": false, matrix: { include: `\${{ fromJSON(needs.waves.outputs.${output}) }}` } },
    env: stackVariable,
    steps: [
      checkout(),
      ...install,
      terraform,
      credentials(zone, planRole),
      { name: "Ids that are not committed yet", run: 'npx landfall sync --read-only --for "$STACK"' },
      {
        name: "Plan",
        run: 'mkdir plans && npx landfall plan "$STACK" --read-only --json > "plans/$STACK.json"',
      },
      upload("plan-${{ matrix.stack }}", "plans"),
    ],
  };
}

/** Characters of a comment left for the link to the run. */
const linkRoom = 500;

function commentJob(needs: readonly string[]): Job {
  return {
    needs,
    if: expression("!cancelled()", "needs.waves.result == 'success'", comments),
    "runs-on": "ubuntu-latest",
    "timeout-minutes": 15,
    permissions: { contents: "read", "pull-requests": "write" },
    concurrency: { group: "landfall-comment-${{ github.ref }}", "cancel-in-progress": true },
    steps: [
      checkout(),
      ...install,
      terraform,
      download({ pattern: "plan-*" }, "plans"),
      {
        name: "All plans as one comment",
        run: `mkdir -p plans && npx landfall plan --from plans --markdown comment.md --limit ${65_536 - linkRoom} || test -s comment.md`,
      },
      putComment("Put it on the pull request", "comment.md", commentMarker),
    ],
  };
}

/** Fails, so that somebody is told, when a plan shows a change or could not be made. */
function driftJob(needs: readonly string[]): Job {
  return {
    needs,
    if: expression("!cancelled()", "needs.waves.result == 'success'", reportsDrift),
    "runs-on": "ubuntu-latest",
    "timeout-minutes": 15,
    permissions: { contents: "read" },
    steps: [
      checkout(),
      ...install,
      terraform,
      download({ pattern: "plan-*" }, "plans"),
      {
        name: "What differs from what is declared",
        run: 'npx landfall plan --from plans --detailed-exitcode --markdown "$GITHUB_STEP_SUMMARY"',
      },
    ],
  };
}
