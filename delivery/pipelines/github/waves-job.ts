import { expression } from "./conditions";
import { type Capacity, outputName } from "./matrix";
import { checkout, install } from "./steps";
import type { Job } from "./types";

/** Path of the workflow in the repository. */
export const workflowPath = ".github/workflows/landfall.yml";

/** The tag on the revision that is deployed: what a push adds to it is what is to be deployed. */
export const deployedTag = "landfall-deployed";

/**
 * On a pull request what it adds to its base; on a push what came since everything was last deployed, runs that failed or were
 * replaced included; otherwise everything.
 */
const selection = `case "$EVENT" in
  pull_request) set -- --changed-since "origin/$BASE" ;;
  push) if git rev-parse --quiet --verify "refs/tags/$DEPLOYED" > /dev/null; then set -- --changed-since "refs/tags/$DEPLOYED"; else set --; fi ;;
  *) set -- ;;
esac
npx landfall waves "$@" --format github-matrix >> "$GITHUB_OUTPUT"
`;

const comparison = `npx landfall waves --format github | diff - "$WORKFLOW" || {
  echo "::error file=$WORKFLOW::It is not what the zone needs now. Write it anew: npx landfall waves --format github > $WORKFLOW"
  exit 1
}
`;

/** The first job: which stacks, in which waves, as matrices for the others. Needs no credentials. */
export function wavesJob({ planParts, waveParts }: Capacity): Job {
  const names = [
    ...Array.from({ length: planParts }, (_, part) => outputName.plan(part)),
    ...waveParts.flatMap((parts, wave) => Array.from({ length: parts }, (_, part) => outputName.wave(wave, part))),
  ];
  return {
    "runs-on": "ubuntu-latest",
    "timeout-minutes": 15,
    permissions: { contents: "read" },
    outputs: Object.fromEntries(names.map((name) => [name, `\${{ steps.waves.outputs.${name} }}`])),
    steps: [
      checkout({ history: true }),
      ...install,
      {
        name: "This workflow has the jobs that the zone needs",
        if: expression("github.event_name != 'schedule'"),
        env: { WORKFLOW: workflowPath },
        run: comparison,
      },
      {
        name: "Stacks this change affects, in waves",
        id: "waves",
        env: { EVENT: "${{ github.event_name }}", BASE: "${{ github.base_ref }}", DEPLOYED: deployedTag },
        run: selection,
      },
    ],
  };
}
