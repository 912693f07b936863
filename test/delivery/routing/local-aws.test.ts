import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import {
  CreateSubnetCommand,
  CreateTransitGatewayCommand,
  CreateTransitGatewayVpcAttachmentCommand,
  CreateVpcCommand,
  DescribeTransitGatewayRouteTablesCommand,
  DescribeTransitGatewayVpcAttachmentsCommand,
  EC2Client,
  GetTransitGatewayRouteTableAssociationsCommand,
  GetTransitGatewayRouteTablePropagationsCommand,
  SearchTransitGatewayRoutesCommand,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { loadZone } from "../../../declaration/load";
import { readIds } from "../../../declaration/lock-file";
import { stacksOf } from "../../../declaration/stacks";
import { adoptNetwork } from "../../../delivery/adopt/network/adopt-network";
import { bootstrap } from "../../../delivery/bootstrap";
import { childEnvironment } from "../../../delivery/child-environment";
import { ambientCredentials } from "../../../delivery/credentials";
import { deploy } from "../../../delivery/deploy";
import type { StackResult } from "../../../delivery/deployment";
import { memberCredentials } from "../../../delivery/member-credentials";
import { planZone } from "../../../delivery/plan/plan-zone";
import { terraformPlan } from "../../../delivery/plan/terraform-plan";
import { countEffects } from "../../../delivery/plan/zone-plan";
import { runTerraform } from "../../../delivery/run-terraform";
import { stackDirectory } from "../../../delivery/synthesise";
import { clientSettings } from "../../../live/aws-client";
import { layoutSubnets } from "../../../network/vpc/subnet-layout";
import { terraformEnvironment } from "../../../rehearsal/provider/terraform-environment";
import { type StartedAws, startForTest } from "../../rehearsal/gateway/start";

const directory = mkdtempSync(join(tmpdir(), "landfall-routing-"));
const zoneDirectory = join(directory, "zone");
const outDirectory = join(directory, "out");
const tables = ["routing-live", "routing-test", "routing-egress"];

let aws: StartedAws;
beforeAll(async () => {
  cpSync(join(__dirname, "../../zones/minimal"), zoneDirectory, { recursive: true });
  aws = await startForTest();
  await bootstrap(loadZone(zoneDirectory), aws.proxyEnvironment);
}, 360_000);
afterAll(async () => {
  await aws?.close();
  rmSync(directory, { recursive: true, force: true });
});

function run() {
  return {
    zoneDirectory,
    outDirectory,
    credentialsFor: ambientCredentials(aws.proxyEnvironment),
    terraformEnv: { ...aws.proxyEnvironment, ...terraformEnvironment({ runDirectory: aws.runDirectory }) },
  };
}

async function deployed(only: readonly string[], recover = false): Promise<readonly StackResult[]> {
  return (await deploy({ ...run(), only, recover, parallelism: 3 })).stacks;
}

function edit(file: string, from: string, to: string): void {
  const path = join(zoneDirectory, file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
  writeFileSync(path, text.replace(from, to));
}

function stackOf(id: string) {
  const zone = loadZone(zoneDirectory);
  const spec = stacksOf(zone).find((each) => each.id === id);
  if (spec === undefined) throw new Error(`the zone has no stack ${id}`);
  return { zone, spec };
}

/** EC2 as `landfall-platform` in the account of a stack. */
async function ec2(stack: string): Promise<EC2Client> {
  const { zone, spec } = stackOf(stack);
  const ambient = { ...process.env, ...aws.proxyEnvironment };
  const environment = { ...ambient, ...(await memberCredentials(run().credentialsFor, zone, spec, ambient)) };
  return new EC2Client(clientSettings(zone.regions.home, environment));
}

/** What the hub holds, as AWS tells the network account. */
async function hub(): Promise<object> {
  const client = await ec2("network");
  const { TransitGatewayRouteTables = [] } = await client.send(new DescribeTransitGatewayRouteTablesCommand({}));
  const { TransitGatewayVpcAttachments = [] } = await client.send(new DescribeTransitGatewayVpcAttachmentsCommand({}));
  const named = TransitGatewayRouteTables.filter(({ State, Tags = [] }) => State === "available" && Tags.length > 0);
  const found = named.map(async (table) => {
    const id = { TransitGatewayRouteTableId: table.TransitGatewayRouteTableId ?? "" };
    const associations = await client.send(new GetTransitGatewayRouteTableAssociationsCommand(id));
    const propagations = await client.send(new GetTransitGatewayRouteTablePropagationsCommand(id));
    const Filters = [{ Name: "type", Values: ["static"] }];
    const routes = await client.send(new SearchTransitGatewayRoutesCommand({ ...id, Filters }));
    return {
      table: table.Tags?.find(({ Key }) => Key === "Name")?.Value,
      associated: associations.Associations?.map((each) => each.TransitGatewayAttachmentId).sort(),
      learns: propagations.TransitGatewayRouteTablePropagations?.map((each) => each.TransitGatewayAttachmentId).sort(),
      routes: routes.Routes?.map(({ DestinationCidrBlock }) => DestinationCidrBlock).sort(),
    };
  });
  const all = await Promise.all(found);
  client.destroy();
  return {
    tables: all.sort((a, b) => ((a.table ?? "") < (b.table ?? "") ? -1 : 1)),
    attachments: TransitGatewayVpcAttachments.filter(({ State }) => State === "available").length,
  };
}

/** Actions of a plan, by address. */
async function planned(stack: string): Promise<Readonly<Record<string, string>>> {
  const [plan] = (await planZone({ ...run(), only: [stack] })).stacks;
  if (plan?.status !== "planned") throw new Error(JSON.stringify(plan));
  return Object.fromEntries(plan.changes.map(({ address, actions }) => [address, actions.join()]));
}

let before: object;

describe("a Transit Gateway and a VPC made by hand", () => {
  const adopting = (transitGateway: string | undefined, vpcs: Readonly<Record<string, string>>) =>
    adoptNetwork({
      zoneDirectory,
      transitGateway,
      vpcs: new Map(Object.entries(vpcs)),
      credentialsFor: run().credentialsFor,
      environment: { ...process.env, ...aws.proxyEnvironment },
      layout: layoutSubnets,
    });
  let hubId = "";

  test("the hub is imported: nothing is destroyed, nothing replaced", async () => {
    await expect(deployed(["org"])).resolves.toMatchObject([{ stack: "org", status: "done" }]);
    const client = await ec2("network");
    const { TransitGateway } = await client.send(
      new CreateTransitGatewayCommand({ Options: { AmazonSideAsn: 64_532, AutoAcceptSharedAttachments: "enable" } }),
    );
    client.destroy();
    hubId = TransitGateway?.TransitGatewayId ?? "";
    const { imports } = await adopting(hubId, {});
    expect(imports).toEqual({ network: { "aws_ec2_transit_gateway.hub": hubId } });
    const changes = await planned("network");
    expect(changes["aws_ec2_transit_gateway.hub"]).toBe("update");
    expect(Object.values(changes).filter((actions) => actions.includes("delete"))).toEqual([]);
    await expect(deployed(["network", "logs"])).resolves.toMatchObject([{ status: "done" }, { status: "done" }]);
    expect(readIds(zoneDirectory)["transit-gateway"]).toBe(hubId);
  }, 900_000);

  test("the VPC, its subnet and its attachment become the account's spoke and stay what they were", async () => {
    const client = await ec2("shop");
    const { Vpc } = await client.send(new CreateVpcCommand({ CidrBlock: "10.8.4.0/23" }));
    const VpcId = Vpc?.VpcId ?? "";
    const place = { VpcId, CidrBlock: "10.8.4.0/25", AvailabilityZone: "eu-west-1a" };
    const { Subnet } = await client.send(new CreateSubnetCommand(place));
    const SubnetIds = [Subnet?.SubnetId ?? ""];
    const { TransitGatewayVpcAttachment } = await client.send(
      new CreateTransitGatewayVpcAttachmentCommand({ TransitGatewayId: hubId, VpcId, SubnetIds }),
    );
    client.destroy();
    const attachment = TransitGatewayVpcAttachment?.TransitGatewayAttachmentId ?? "";
    expect((await adopting(undefined, { shop: VpcId })).ranges).toEqual({ shop: "10.8.4.0/23" });
    const changes = await planned("shop");
    const taken = ["aws_vpc.spoke", "aws_subnet.private-a", "aws_ec2_transit_gateway_vpc_attachment.hub"];
    expect(taken.map((address) => changes[address])).toEqual(["update", "update", "update"]);
    expect(Object.values(changes).filter((actions) => actions.includes("delete"))).toEqual([]);
    await expect(deployed(["shop"])).resolves.toMatchObject([{ status: "done" }]);
    expect(readIds(zoneDirectory)["attachment/shop"]).toBe(attachment);
    expect(await planned("shop")).toEqual({});
  }, 900_000);
});

describe("a zone that runs", () => {
  test("has its routes in one stack", async () => {
    await expect(deployed(["routing"])).resolves.toMatchObject([{ status: "done" }]);
    before = await hub();
    expect(before).toMatchObject({
      tables: [
        { table: "egress" },
        { table: "live", associated: [readIds(zoneDirectory)["attachment/shop"]] },
        { table: "test" },
      ],
      attachments: 2,
    });
  }, 900_000);

  test("is not cut off by a change to a stack a table: it is refused with the steps that move the routes", async () => {
    edit("landing-zone.yaml", "  domains:\n", "  routingStacks: per-domain\n  domains:\n");
    const { stacks } = await planZone({ ...run(), only: ["routing", "routing-live"] });
    expect(stacks.map(({ status }) => status)).toEqual(["failed", "failed"]);
    const [refused] = await deployed(["routing"]);
    const told = refused?.status === "failed" ? refused.errors.join("\n") : "";
    expect(told).toContain("the state of routing holds 4 routes of routing-live, routing-test, routing-egress");
    expect(told).toContain(`landfall deploy --recover ${tables.join(" ")}`);
    expect(await hub()).toEqual(before);

    const { zone, spec } = stackOf("network");
    const credentials = await run().credentialsFor(spec, zone);
    const environment = childEnvironment(process.env, run().terraformEnv, credentials);
    // What Terraform would have done.
    const stack = stackDirectory(outDirectory, "routing");
    await runTerraform(["init", "-input=false", "-no-color"], stack, environment);
    const { changes } = await terraformPlan("routing", stack, environment, "unguarded.tfplan");
    expect(countEffects(changes).get("destroy")).toBe(4);

    const [step = ""] = told.split("\n").filter((line) => line.startsWith("  (cd "));
    await promisify(execFile)("sh", ["-c", step.replace("cdktf.out", outDirectory)], { env: environment });
    const moved = await deployed(["routing", ...tables], true);
    expect(moved).toMatchObject(
      ["routing", ...tables].map((stack) => ({
        stack,
        status: "done",
        counts: { added: 0, changed: 0, destroyed: 0 },
      })),
    );
    expect(await hub()).toEqual(before);
    const { stacks: again } = await planZone({ ...run(), only: ["routing", ...tables] });
    expect(again.map((plan) => (plan.status === "planned" ? plan.changes : plan))).toEqual([[], [], [], []]);
  }, 900_000);

  test("gives up a domain and a spoke with nothing left behind: routes go first, then the account's network, then the hub's", async () => {
    edit("landing-zone.yaml", "    live: { talksTo: [test] }\n    test: { talksTo: [live] }\n", "    live: {}\n");
    edit("accounts/shop.yaml", "network: { domain: live, prefixLength: 23 }\n", "network: none\n");
    const stacks = ["routing", ...tables, "shop", "network"];
    const plan = await planZone({ ...run(), only: stacks });
    const order = plan.stacks.map(({ stack }) => stack);
    expect(order.slice(-2)).toEqual(["shop", "network"]);
    const destroyed = plan.stacks.map((each) =>
      each.status === "planned" ? [each.stack, countEffects(each.changes).get("destroy") ?? 0] : each,
    );
    expect(Object.fromEntries(destroyed.map((each) => (Array.isArray(each) ? each : [])))).toMatchObject({
      routing: 0,
      "routing-live": 1,
      "routing-test": 2,
      network: 1,
    });

    // Either alone would pull the network from under the routes.
    for (const alone of ["network", "shop"]) {
      const [refused] = await deployed([alone]);
      expect(refused).toMatchObject({ stack: alone, status: "failed" });
      expect(refused?.status === "failed" && refused.errors.join()).toContain(
        "Detach it first: `landfall deploy routing",
      );
    }

    const results = await deployed(stacks);
    expect(results.map(({ status }) => status)).toEqual(stacks.map(() => "done"));
    expect(results).toContainEqual(
      expect.objectContaining({ stack: "network", ids: expect.objectContaining({ removed: ["route-table/test"] }) }),
    );
    expect(Object.keys(readIds(zoneDirectory)).filter((key) => /attachment.shop|table.test/.test(key))).toEqual([]);
    expect(await hub()).toMatchObject({
      tables: [{ table: "egress" }, { table: "live", associated: [], learns: [], routes: ["10.8.0.0/21"] }],
      attachments: 1,
    });
    expect(stacksOf(loadZone(zoneDirectory)).map(({ id }) => id)).not.toContain("routing-test");
  }, 900_000);
});
