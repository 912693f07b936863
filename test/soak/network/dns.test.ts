import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { TerraformStack } from "cdktf";
import { idsFrom } from "../../../declaration/ids";
import type { LandingZone } from "../../../declaration/model";
import type { StackSpec } from "../../../declaration/stacks";
import { plannedResource } from "../../../delivery/recovery/planned-resource";
import { nameResolutionRows } from "../../../delivery/recovery/rows/name-resolution";
import { openSearch } from "../../../delivery/recovery/search";
import { clientSettings } from "../../../live/aws-client";
import { buildDns } from "../../../network/dns-stack";
import { buildNetwork } from "../../../network/network-stack";
import { buildRouting } from "../../../network/routing-stack";
import { addSpoke } from "../../../network/spoke/spoke";
import { recordIds } from "../../../stack/record-ids";
import { buildStack } from "../../fixtures/built-stack";
import { type StartedAws, startForTest } from "../../rehearsal/gateway/start";
import { terraformRoot, type TerraformRoot } from "../../rehearsal/terraform";
import { resolvingAll } from "../../network/dns/zone";

const hubAccount = "111111111111";
const spokeAccount = "222222222222";
const name = "orders-dev";

let aws: StartedAws;
const roots: TerraformRoot[] = [];
beforeAll(async () => {
  aws = await startForTest();
}, 360_000);
afterAll(async () => {
  for (const root of roots) root.remove();
  await aws?.close();
});

const toSpoke = {
  spoke: { principal: spokeAccount, resource_share_arn: "${aws_ram_resource_share.hub.arn}" },
};

type Builder = (stack: TerraformStack, zone: LandingZone, spec: StackSpec) => void;

/** Resources of the stack whose type fits, and its ids as far as they are among them; in the account whose key is used. */
function json(zone: LandingZone, kind: StackSpec["kind"], build: Builder, types: RegExp): string {
  const built = buildStack(
    zone,
    (spec) => spec.kind === kind && (kind === "network" || kind === "routing" || spec.account.name === name),
    build,
  );
  const { resource = {} } = built.top as { resource?: Readonly<Record<string, object>> };
  const kept = Object.fromEntries(Object.entries(resource).filter(([type]) => types.test(type)));
  const isKept = (value: string): boolean => Object.keys(kept).some((type) => value.startsWith(`\${${type}.`));
  const ids = Object.fromEntries(Object.entries(built.ids).filter(([, value]) => isKept(value)));
  // The organisation the share is for is not made here.
  const shared = {
    ...kept,
    ...(kept["aws_ram_principal_association"] ? { aws_ram_principal_association: toSpoke } : {}),
  };
  return JSON.stringify({ resource: shared, output: { ids: { value: ids } } });
}

async function started(text: string, account: string): Promise<TerraformRoot> {
  const root = await terraformRoot(text, aws.proxyUrl, account);
  roots.push(root);
  return root;
}

async function apply(root: TerraformRoot): Promise<Readonly<Record<string, string>>> {
  expect(await root.run("apply", "-auto-approve")).toMatchObject({ exitCode: 0 });
  expect(await root.run("plan", "-detailed-exitcode")).toMatchObject({ exitCode: 0 });
  return JSON.parse((await root.run("output", "-json", "ids")).output);
}

const locking = (zone: LandingZone, ids: Readonly<Record<string, string>>): LandingZone => ({
  ...zone,
  ids: idsFrom({ ...Object.fromEntries(zone.ids.entries()), ...ids }),
});

/** Ids in the state against those that are found when it is lost, of every row of the table. */
async function findAgain(root: TerraformRoot, account: string): Promise<void> {
  const region = "eu-west-1";
  const keys = { AWS_ACCESS_KEY_ID: account, AWS_SECRET_ACCESS_KEY: "test" };
  const settings = clientSettings(region, { ...aws.proxyEnvironment, ...keys, AWS_SESSION_TOKEN: "" });
  const search = openSearch({ partition: "aws", account, region }, settings);
  const shown = JSON.parse((await root.run("show", "-json")).output) as Shown;
  for (const { address, type, values } of shown.values.root_module.resources) {
    const row = nameResolutionRows[type];
    if (row?.is !== "searched") continue;
    const found = await row.find(plannedResource(address, values, {}, new Map()), search);
    expect([address, found]).toEqual([address, [values["id"]]]);
  }
}

interface Shown {
  readonly values: {
    readonly root_module: {
      readonly resources: readonly {
        readonly address: string;
        readonly type: string;
        readonly values: Readonly<Record<string, unknown>>;
      }[];
    };
  };
}

describe("names in the network account and in a spoke of another", () => {
  let zone = resolvingAll;
  let hub: TerraformRoot;
  let dns: TerraformRoot;
  let routing: TerraformRoot;

  test("the hub's endpoints, zones, resolver, firewall and query log apply, and then there is nothing to change", async () => {
    hub = await started(json(zone, "network", buildNetwork, /./), hubAccount);
    zone = locking(zone, await apply(hub));
    expect(zone.ids.get("private-zone/corp.example")).toMatch(/^Z/);
    await findAgain(hub, hubAccount);
  }, 180_000);

  test("a spoke takes the rule, the firewall and the query log of the other account", async () => {
    const build: Builder = (stack, _zone, { account }) => {
      if (account.network) recordIds(stack, addSpoke(stack, zone, account, account.network));
    };
    const spoke = json(zone, "account", build, /^aws_(vpc$|route53_resolver)/);
    const root = await started(spoke, spokeAccount);
    zone = locking(zone, await apply(root));
    await findAgain(root, spokeAccount);
    expect(zone.ids.get(`vpc/${name}`)).toMatch(/^vpc-/);
  }, 120_000);

  test("its VPC is associated with no private zone before the zone's account authorizes it", async () => {
    dns = await started(json(zone, "dns", buildDns, /./), spokeAccount);
    expect(await dns.run("apply", "-auto-approve")).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining("NotAuthorizedException"),
    });
  }, 120_000);

  test("and then with all of them", async () => {
    const only = /^aws_route53_(vpc_association_authorization|resolver)/;
    routing = await started(
      json({ ...zone, accounts: zone.accounts.filter((each) => each.name === name) }, "routing", buildRouting, only),
      hubAccount,
    );
    await apply(routing);
    await apply(dns);
    expect((await dns.run("state", "list")).output.trim().split("\n").sort()).toEqual([
      "aws_route53_zone_association.corp_example",
      "aws_route53_zone_association.ecr_dkr",
      "aws_route53_zone_association.ssm",
    ]);
    expect(await hub.run("plan", "-detailed-exitcode")).toMatchObject({ exitCode: 0 });
  }, 180_000);

  test("what is undone in order is gone", async () => {
    for (const root of [dns, routing])
      expect(await root.run("destroy", "-auto-approve")).toMatchObject({ exitCode: 0 });
  }, 180_000);
});
