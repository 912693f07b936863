import { expect, test } from "@jest/globals";
import { landfall } from "./landfall";
import { rehearsalOptions, rehearsed } from "./rehearsed";

/** Beside the sample's rehearsal, which runs at the same time. */
test("the zone with everything on is deployed whole, and every check of it passes", async () => {
  const { output } = await landfall("rehearse", ...rehearsalOptions("test/zones/everything", "everything"));
  const { report } = rehearsed("everything", output);
  expect(report.deployment.stacks.filter((stack) => stack.status !== "done")).toEqual([]);
  expect(report.checks.filter((check) => !check.ok)).toEqual([]);
  expect(output).toContain("checks passed");
  console.log(
    JSON.stringify({
      ...report.seconds,
      peakMemoryMiB: report.peakMemoryMiB,
      resources: report.resources,
      shown: report.shown,
    }),
  );
}, 2_700_000);
