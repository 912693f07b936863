import type { Step } from "./types";

/**
 * Puts a file on the pull request: a comment made on the first push, and changed on every later one.
 * @param marker how the file begins, by which the comment is found again
 */
export function putComment(name: string, file: string, marker: string): Step {
  return {
    name,
    env: {
      GH_TOKEN: "${{ github.token }}",
      REPOSITORY: "${{ github.repository }}",
      NUMBER: "${{ github.event.pull_request.number }}",
      RUN: "${{ github.server_url }}/${{ github.repository }}/actions/runs/${{ github.run_id }}",
    },
    run: `{ cat ${file}; echo; echo "[All jobs]($RUN)"; } > body.md
comment=$(gh api --paginate "repos/$REPOSITORY/issues/$NUMBER/comments" --jq '.[] | select(.body | startswith("${marker}")) | .id' | head -n 1)
if [ -n "$comment" ]; then
  gh api --method PATCH "repos/$REPOSITORY/issues/comments/$comment" --field body=@body.md > /dev/null
else
  gh api --method POST "repos/$REPOSITORY/issues/$NUMBER/comments" --field body=@body.md > /dev/null
fi
`,
  };
}
