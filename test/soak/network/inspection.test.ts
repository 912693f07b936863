import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { LandingZone } from "../../../declaration/model";
import { logBucketName } from "../../../declaration/names";
import { addTransitGateway } from "../../../network/hub/transit-gateway";
import { addInspectionVpc } from "../../../network/inspection/inspection-vpc";
import { addInspectionLogs } from "../../../network/inspection/logging";
import { buildStack } from "../../fixtures/built-stack";
import { type StartedAws, startForTest } from "../../rehearsal/gateway/start";
import { type JsonResources, type TerraformRun, terraformRoot } from "../../rehearsal/terraform";
import { sample, withNetwork } from "../../network/zones";

let aws: StartedAws;
beforeAll(async () => {
  aws = await startForTest();
}, 360_000);
afterAll(() => aws?.close());

const zone = withNetwork(sample, {
  inspection: { prefixLength: 24, cidr: "10.0.240.0/24", allowedDomains: ["example.com"], betweenDomains: false },
});
const account = zone.ids.get("account/network");

/** The inspection VPC at a hub of its own, and a bucket in the log archive's place. */
function resources(of: LandingZone): JsonResources {
  const { top } = buildStack(
    of,
    ({ kind }) => kind === "network",
    (stack) => void addInspectionVpc(stack, of, addTransitGateway(stack, of)),
  );
  const bucket = { "flow-logs": { bucket: logBucketName(of, "flow-logs"), force_destroy: true } };
  return { ...(top["resource"] as JsonResources), aws_s3_bucket: bucket };
}

/** Those, and what `routing` adds when they are there. */
function withLogs(of: LandingZone): JsonResources {
  const { top } = buildStack(
    of,
    ({ kind }) => kind === "routing",
    (stack, _zone, spec) => addInspectionLogs(stack, of, spec.account.name),
  );
  const { aws_flow_log: flowLogs, ...logging } = top["resource"] as JsonResources;
  const inspection = { ...Object(flowLogs?.["inspection"]), vpc_id: "${aws_vpc.inspection.id}" };
  return { ...resources(of), ...logging, aws_flow_log: { inspection } };
}

test("the inspection VPC is built, changed in place, logged and taken down", async () => {
  const root = await terraformRoot(resources(zone), aws.proxyUrl, account);
  const succeeds = async (run: Promise<TerraformRun>, output: RegExp): Promise<void> =>
    expect(await run).toMatchObject({ exitCode: 0, output: expect.stringMatching(output) });
  try {
    await succeeds(root.run("apply", "-auto-approve"), /Apply complete! Resources: 24 added/);
    const { inspection } = zone.network;
    root.rewrite(
      withLogs(
        withNetwork(zone, {
          inspection: inspection && { ...inspection, allowedDomains: [".example.com"], betweenDomains: true },
        }),
      ),
    );
    await succeeds(root.run("apply", "-auto-approve"), /Resources: 2 added, 2 changed, 0 destroyed/);
    await succeeds(root.run("plan", "-detailed-exitcode"), /No changes/);
    const unserved = aws.record.calls({ status: 400 }).filter(({ operation }) => !operation.startsWith("Describe"));
    expect(unserved.map(({ service, operation }) => `${service}:${operation}`)).toEqual([]);
    await succeeds(root.run("destroy", "-auto-approve"), /Destroy complete/);
  } finally {
    root.remove();
  }
}, 300_000);
