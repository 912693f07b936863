/** When a job runs, as expressions (GitHub Docs, "Evaluate expressions in workflows and actions"). */

/** Pull requests of forks get no OIDC token, so nothing can be planned for them. */
const ownPullRequest =
  "github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name == github.repository";

export const plans = `(${ownPullRequest}) || github.event_name == 'schedule'`;
export const comments = ownPullRequest;
export const reportsDrift = "github.event_name == 'schedule'";
export const deploys = "github.event_name == 'push' || github.event_name == 'workflow_dispatch'";

/** A job runs though others before it were skipped for having nothing to do, and not when one before it failed. */
export const nothingFailed = "!cancelled() && !failure()";

export function hasJobs(output: string): string {
  return `needs.waves.outputs.${output} != '[]'`;
}

export function expression(...conditions: readonly string[]): string {
  return `\${{ ${conditions.map((condition) => (condition.includes("||") ? `(${condition})` : condition)).join(" && ")} }}`;
}
