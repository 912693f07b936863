import { expect, test } from "@jest/globals";
import { synthesised } from "../../cli/stack-needs";
import { idsFrom } from "../../declaration/ids";
import type { LandingZone } from "../../declaration/model";
import { stacksOf } from "../../declaration/stacks";
import { withIds } from "../fixtures/ids";
import { all } from "../security/features/toggled";

const region = "us-gov-west-1";

/** Documents that the zone writes itself, written for GovCloud. */
const { policies, identity } = all;
const written: Pick<LandingZone, "policies" | "identity"> = JSON.parse(
  JSON.stringify({ policies, identity }).replaceAll("arn:aws:", "arn:aws-us-gov:"),
);

/** The zone with everything on, as it would be in GovCloud, with ids of its own. */
const govCloud: LandingZone = withIds({
  ...all,
  ...written,
  partition: "aws-us-gov",
  regions: { home: region, governed: [region], allowed: [region, "us-gov-east-1"] },
  network: { ...all.network, availabilityZones: [`${region}a`, `${region}b`] },
  logs: {
    ...all.logs,
    replicateTo: "us-gov-east-1",
    trail: {
      ...all.logs.trail,
      dataEvents: { objects: { resourceType: "AWS::S3::Object", access: "all", resources: [] } },
    },
  },
  ids: idsFrom({}),
});

test("no stack of a zone in GovCloud names anything of another partition", () => {
  const stacks = synthesised(
    govCloud,
    stacksOf(govCloud).map(({ id }) => id),
  );
  expect(stacks.size).toBe(stacksOf(govCloud).length);
  const foreign = [...stacks].flatMap(([id, json]) =>
    [...json.matchAll(/arn:aws(-cn)?:[^"\\]*/g)].map(([arn]) => `${id}: ${arn}`),
  );
  expect(foreign).toEqual([]);
}, 120_000);
