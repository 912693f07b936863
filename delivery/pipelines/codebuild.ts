import { stringify } from "yaml";
import { versions } from "./github/actions";
import { splitWave } from "../waves/split-wave";
import type { Waves } from "../waves/waves";

/**
 * Builds that one batch may have. AWS documents no quota; a project's own bound is `maximumBuildsAllowed` (CodeBuild API Reference,
 * BatchRestrictions), which must not be lower.
 */
export const buildsPerBatch = 100;

/** One build: stacks of one wave, and the builds of the wave before. */
interface Build {
  readonly identifier: string;
  readonly env: { readonly variables: { readonly LANDFALL_STACKS: string } };
  readonly "depend-on"?: readonly string[];
}

/**
 * A buildspec whose batch deploys the waves: one build a stack, in parallel within a wave, each wave after the one before. More stacks
 * than a batch may have builds share builds, evenly (CodeBuild User Guide, "Batch build buildspec reference", build-graph).
 * @param zoneDirectory of the zone in the repository
 */
export function codebuildBatch(waves: Waves, zoneDirectory = "zone"): string {
  const total = waves.flat().length;
  const room = Math.max(waves.length, buildsPerBatch - waves.length);
  const stacksPerBuild = Math.max(1, Math.ceil(total / room));
  const builds: Build[] = [];
  let before: readonly string[] = [];
  for (const [wave, stacks] of waves.entries()) {
    const parts = splitWave(stacks, stacksPerBuild);
    const own = parts.map((part, place) => buildOf(part, wave, place, before));
    builds.push(...own);
    before = own.map(({ identifier }) => identifier);
  }
  return stringify(builds.length === 0 ? idleBuildspec : buildspec(builds, zoneDirectory), {
    aliasDuplicateObjects: false,
    lineWidth: 0,
  }).trimEnd();
}

function buildOf(stacks: readonly string[], wave: number, place: number, before: readonly string[]): Build {
  const [first = "", ...others] = stacks;
  // A stack's id has no underscore, so that no two become the same.
  const identifier = others.length === 0 ? first.replaceAll("-", "_") : `wave_${wave + 1}_part_${place + 1}`;
  return {
    identifier,
    env: { variables: { LANDFALL_STACKS: stacks.join(" ") } },
    ...(before.length > 0 ? { "depend-on": before } : {}),
  };
}

/** A batch has at least one build. Without a stack's name `landfall deploy` would deploy all of them. */
const idleBuildspec = {
  version: 0.2,
  batch: { "build-graph": [{ identifier: "nothing_to_deploy" }] },
  phases: { build: { commands: ["echo No stack changed."] } },
};

function buildspec(builds: readonly Build[], zoneDirectory: string): object {
  return {
    version: 0.2,
    env: { variables: { LANDFALL_ZONE: zoneDirectory } },
    batch: { "fast-fail": false, "build-graph": builds },
    phases: {
      install: {
        "runtime-versions": { nodejs: Number(versions.node) },
        commands: [
          `curl --fail --silent --location --output terraform.zip https://releases.hashicorp.com/terraform/${versions.terraform}/terraform_${versions.terraform}_linux_amd64.zip`,
          "unzip -q -o terraform.zip -d /usr/local/bin",
          "npm ci",
        ],
      },
      build: {
        commands: [
          // Ids that the waves before made. Unquoted: each stack is an argument of its own.
          "npx landfall sync --for $LANDFALL_STACKS",
          "npx landfall deploy --auto-approve $LANDFALL_STACKS",
        ],
      },
    },
    artifacts: { files: [`${zoneDirectory}/*.lock.json`] },
  };
}
