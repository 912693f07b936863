import type { LandingZone } from "../../../declaration/model";
import { roleArn } from "../../../declaration/names";
import { actions, versions } from "./actions";
import { planRetentionDays } from "./limits";
import type { Step } from "./types";

/** The working tree, with all history where revisions are compared; no token stays in it unless the job pushes. */
export function checkout(options: { readonly history?: boolean; readonly push?: boolean } = {}): Step {
  return {
    uses: actions.checkout,
    with: { "persist-credentials": options.push ?? false, ...(options.history ? { "fetch-depth": 0 } : {}) },
  };
}

/** Node.js and what the project depends on. */
export const install: readonly Step[] = [
  { uses: actions.setupNode, with: { "node-version": versions.node, cache: "npm" } },
  { name: "Install", run: "npm ci" },
];

export const terraform: Step = {
  uses: actions.setupTerraform,
  with: { terraform_version: versions.terraform, terraform_wrapper: false },
};

/** A session of a role of the management account, by the job's own OIDC token: there is no key to keep. */
export function credentials(zone: LandingZone, role: string): Step {
  return {
    name: "Credentials",
    uses: actions.awsCredentials,
    with: {
      "role-to-assume": managementRole(zone, role),
      "role-session-name": "github-${{ github.run_id }}",
      "aws-region": zone.regions.home,
    },
  };
}

/** Before `bootstrap` has recorded the account's id, a variable of the repository stands for it. */
function managementRole(zone: LandingZone, role: string): string {
  const { name } = zone.foundation.management;
  if (zone.ids.has(`account/${name}`)) return roleArn(zone, name, role);
  return `arn:${zone.partition}:iam::\${{ vars.${managementVariable} }}:role/${role}`;
}

/** Variable of the repository that holds the management account's id where the workflow was written before it was known. */
export const managementVariable = "LANDFALL_MANAGEMENT_ACCOUNT";

export function upload(name: string, path: string): Step {
  return {
    name: "Keep the plan",
    if: "${{ !cancelled() }}",
    uses: actions.uploadArtifact,
    with: {
      name,
      path,
      "if-no-files-found": "error",
      // Artifacts are of a run, not of an attempt: a job that is run again keeps its new plan.
      overwrite: true,
      "include-hidden-files": true,
      "retention-days": planRetentionDays,
    },
  };
}

export function download(options: { readonly name: string } | { readonly pattern: string }, path: string): Step {
  return { uses: actions.downloadArtifact, with: { ...options, path } };
}

/** The stack of a matrix job, by an environment variable: what is put into a script's text could be read as commands. */
export const stackVariable: Readonly<Record<string, string>> = { STACK: "${{ matrix.stack }}" };
