import { comments, expression } from "./conditions";
import { putComment } from "./put-comment";
import { checkout, install } from "./steps";
import type { Job } from "./types";

const marker = "<!-- landfall diff -->";

/** Exit code 1 says that there are differences, which is no failure of the job. Before the zone is on the base branch there is nothing to compare with. */
const comparison = `npx landfall diff --base "origin/$BASE" --format markdown -o diff.md || test $? -eq 1 || echo "The zone at $BASE cannot be compared with: the job says why." > diff.md
{ echo "${marker}"; cat diff.md; } > decisions.md
`;

/** The difference in cost follows in the same comment. Exit code 1 says that something has no price, which the text names. */
const costs = `npx landfall cost --base "origin/$BASE" --format markdown > cost.md || test $? -eq 1 || echo "What the change costs is not known: the job says why." > cost.md
{ echo; cat cost.md; } >> decisions.md
`;

/** What a pull request newly lets the accounts do, as a comment of its own. Needs no credentials, so that it is there before the plans. */
export function diffJob(): Job {
  return {
    if: expression(comments),
    "runs-on": "ubuntu-latest",
    "timeout-minutes": 15,
    permissions: { contents: "read", "pull-requests": "write" },
    concurrency: { group: "landfall-diff-${{ github.ref }}", "cancel-in-progress": true },
    steps: [
      checkout({ history: true }),
      ...install,
      { name: "What the accounts may do", env: { BASE: "${{ github.base_ref }}" }, run: comparison },
      { name: "What it costs", env: { BASE: "${{ github.base_ref }}" }, run: costs },
      putComment("Put it on the pull request", "decisions.md", marker),
    ],
  };
}
