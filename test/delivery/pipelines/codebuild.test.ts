import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { stacksOf } from "../../../declaration/stacks";
import { buildsPerBatch, codebuildBatch } from "../../../delivery/pipelines/codebuild";
import { type Waves, wavesOf } from "../../../delivery/waves/waves";
import { piped, withAccounts } from "./large-zone";

interface Build {
  readonly identifier: string;
  readonly env: { readonly variables: { readonly LANDFALL_STACKS: string } };
  readonly "depend-on"?: readonly string[];
}

function graphOf(waves: Waves): readonly Build[] {
  const buildspec = parse(codebuildBatch(waves)) as { batch: { "build-graph": Build[] } };
  return buildspec.batch["build-graph"];
}

/** The waves as CodeBuild would run them: builds without dependencies first, then those whose dependencies are done. */
function wavesRun(graph: readonly Build[]): string[][] {
  const done = new Set<string>();
  const waves: string[][] = [];
  while (done.size < graph.length) {
    const ready = graph.filter(
      ({ identifier, "depend-on": before = [] }) => !done.has(identifier) && before.every((id) => done.has(id)),
    );
    if (ready.length === 0) throw new Error("the graph has a cycle or depends on a build that is not there");
    ready.forEach(({ identifier }) => done.add(identifier));
    waves.push(ready.flatMap(({ env }) => env.variables.LANDFALL_STACKS.split(" ")));
  }
  return waves;
}

const whole = wavesOf(
  piped,
  stacksOf(piped).map(({ id }) => id),
);
const zone = withAccounts(600);
const large = wavesOf(
  zone,
  stacksOf(zone).map(({ id }) => id),
);

describe("the CodeBuild batch", () => {
  test.each([
    ["all stacks", whole],
    ["a few", wavesOf(piped, ["org", "orders-dev", "orders-dev-orders", "routing"])],
    ["one", [["network"]]],
    ["600 accounts", large],
  ])("runs exactly the waves of %s", (_name, waves) => {
    expect(wavesRun(graphOf(waves))).toEqual(waves);
  });

  test("has one build a stack while they fit, and no more builds than a batch may have", () => {
    expect(graphOf(whole)).toHaveLength(whole.flat().length);
    expect(graphOf(large).length).toBeLessThanOrEqual(buildsPerBatch);
  });

  test("gives every build an identifier of its own, of letters, digits and underscores", () => {
    for (const waves of [whole, large]) {
      const identifiers = graphOf(waves).map(({ identifier }) => identifier);
      expect(new Set(identifiers).size).toBe(identifiers.length);
      expect(identifiers.filter((identifier) => !/^\w+$/.test(identifier))).toEqual([]);
    }
  });

  test("of no stack has one build, which deploys nothing", () => {
    const buildspec = parse(codebuildBatch([])) as { phases: object; batch: { "build-graph": object[] } };
    expect(buildspec.batch["build-graph"]).toHaveLength(1);
    expect(JSON.stringify(buildspec.phases)).not.toContain("landfall deploy");
  });
});
