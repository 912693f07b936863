import { checkRangesRecorded } from "../pipelines/check-ranges-recorded";
import { codebuildBatch } from "../pipelines/codebuild";
import { githubMatrices } from "../pipelines/github/matrix";
import { githubWorkflow } from "../pipelines/github/workflow";
import { zoneInProject } from "../pipelines/zone-in-project";
import { describeWaves } from "./describe";
import type { Selection } from "./select-stacks";

/** What `landfall waves --format` writes; whole texts, without a line's end after the last. */
export const formats = {
  text: describeWaves,
  json: ({ waves }) => JSON.stringify({ waves }),
  github: ({ zone, zoneDirectory }) => githubWorkflow(zone, zoneInProject(zoneDirectory)),
  "github-matrix": ({ zone, waves }) => githubMatrices(zone, waves),
  codebuild: ({ zone, waves, zoneDirectory }) => {
    checkRangesRecorded(zone);
    return codebuildBatch(waves, zoneInProject(zoneDirectory));
  },
} as const satisfies Readonly<Record<string, (selection: Selection) => string>>;

export type Format = keyof typeof formats;
