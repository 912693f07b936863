import type { LandingZone } from "../../../declaration/model";
import { planRole } from "../../../declaration/names";
import { planEnvironment } from "../environments";
import { deploys, expression } from "./conditions";
import type { Capacity } from "./matrix";
import { checkout, credentials, install } from "./steps";
import type { Job } from "./types";
import { applyJobName, planJobName } from "./wave-jobs";
import { deployedTag } from "./waves-job";

/** Locks that the deployment wrote, as a pull request of their own: nothing is pushed past a protected branch's rules. */
const proposal = `git add --all -- "$ZONE/*.lock.json"
if git diff --cached --quiet; then
  echo "Every id is committed."
  exit 0
fi
git switch --force-create "$BRANCH"
git -c user.name="github-actions[bot]" -c user.email="41898282+github-actions[bot]@users.noreply.github.com" commit --message "$TITLE"
git push --force origin "$BRANCH"
if [ -z "$(gh pr list --head "$BRANCH" --state open --json number --jq '.[].number')" ]; then
  gh pr create --head "$BRANCH" --base "$BASE" --title "$TITLE" --body "$TITLE: what the last deployment made. Merge it."
fi
`;

/** The last job: what AWS chose is proposed for the repository, and the revision marked as deployed when every stack is. */
export function deployedJob(zone: LandingZone, { waveParts }: Capacity): Job {
  // A plan that fails leaves every apply behind it skipped, which is no failure: the plans are asked too.
  const all = waveParts.flatMap((parts, wave) =>
    Array.from({ length: parts }, (_, part) => [planJobName(wave, part), applyJobName(wave, part)]).flat(),
  );
  const everyStack = "!contains(needs.*.result, 'failure') && !contains(needs.*.result, 'cancelled')";
  const ofMain = "github.ref == 'refs/heads/main'";
  return {
    needs: ["waves", ...all],
    if: expression("!cancelled()", "needs.waves.result == 'success'", deploys),
    "runs-on": "ubuntu-latest",
    "timeout-minutes": 60,
    environment: planEnvironment,
    permissions: { contents: "write", "pull-requests": "write", "id-token": "write" },
    concurrency: { group: "landfall-locks", "cancel-in-progress": false },
    steps: [
      checkout({ push: true }),
      ...install,
      credentials(zone, planRole),
      { name: "Ids of every applied stack", run: "npx landfall sync --read-only" },
      {
        name: "Propose the lock files",
        env: {
          GH_TOKEN: "${{ github.token }}",
          ZONE: "${{ env.LANDFALL_ZONE }}",
          BASE: "${{ github.ref_name }}",
          BRANCH: "landfall/locks",
          TITLE: "Record the ids that AWS chose",
        },
        run: proposal,
      },
      {
        name: "Mark this revision as deployed",
        if: expression("!cancelled()", everyStack, ofMain),
        env: { DEPLOYED: deployedTag },
        run: 'git push --force origin "$GITHUB_SHA:refs/tags/$DEPLOYED"',
      },
    ],
  };
}
