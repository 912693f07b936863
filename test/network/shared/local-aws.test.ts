import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { loadZone } from "../../../declaration/load";
import { readIds } from "../../../declaration/lock-file";
import { bootstrap } from "../../../delivery/bootstrap";
import { ambientCredentials } from "../../../delivery/credentials";
import { deploy } from "../../../delivery/deploy";
import { planAgain } from "../../../delivery/plan-again";
import { terraformEnvironment } from "../../../rehearsal/provider/terraform-environment";
import { type StartedAws, startForTest } from "../../rehearsal/gateway/start";
import { everything, writeZone } from "./zone";

const directory = mkdtempSync(join(tmpdir(), "landfall-shared-"));
const zoneDirectory = join(directory, "zone");
const stacks = ["org", "logs", "network", "routing"];

let aws: StartedAws;
beforeAll(async () => {
  writeZone(zoneDirectory, everything);
  aws = await startForTest();
  await bootstrap(loadZone(zoneDirectory), aws.proxyEnvironment);
}, 360_000);
afterAll(async () => {
  await aws?.close();
  rmSync(directory, { recursive: true, force: true });
});

const run = () => ({
  zoneDirectory,
  outDirectory: join(directory, "out"),
  credentialsFor: ambientCredentials(aws.proxyEnvironment),
  terraformEnv: { ...aws.proxyEnvironment, ...terraformEnvironment({ runDirectory: aws.runDirectory }) },
});

describe("shared VPCs, networks on premises, an IPAM and flow logs of the hub, on the local AWS", () => {
  test("are made, and a second plan changes nothing", async () => {
    const deployment = await deploy({ ...run(), only: stacks });
    expect(deployment.stacks.filter(({ status }) => status !== "done")).toEqual([]);
    expect(Object.keys(readIds(zoneDirectory)).filter((key) => /^(hub|shared)-/.test(key))).toEqual([
      "hub-attachment/cage",
      "hub-attachment/commons",
      "hub-attachment/lab",
      "hub-attachment/office",
      "hub-attachment/plant",
      "hub-vpc/commons",
      "hub-vpc/lab",
      "shared-subnet/commons",
      "shared-subnet/lab",
    ]);
    const plans = await planAgain({ ...run(), only: stacks });
    expect(plans.map(({ stack, changes }) => [stack, changes])).toEqual(stacks.map((stack) => [stack, []]));
  }, 360_000);
});
