import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { loadZone } from "../../declaration/load";
import { effectOf, type ZonePlan } from "../../delivery/plan/zone-plan";
import type { PlannedChange } from "../../delivery/planned-change";
import { readOrganization } from "../../live/live-organization";
import { readGovernance } from "../../live/read-governance";
import { terraformEnvironment } from "../../rehearsal/provider/terraform-environment";
import { region, type StartedAws, startForTest } from "../rehearsal/gateway/start";
import { type HandmadeOrganization, makeByHand } from "./handmade-organization";
import { landfallIn, type Run } from "./landfall";

let aws: StartedAws;
let made: HandmadeOrganization;
let before: Awaited<ReturnType<typeof observe>>;
const directory = (name: string): string => join(aws.runDirectory, name);

const run = (...args: readonly string[]): Promise<Run> =>
  landfallIn(
    { ...aws.proxyEnvironment, ...terraformEnvironment({ runDirectory: aws.runDirectory }), AWS_REGION: region },
    ...args,
  );

async function succeed(...args: readonly string[]): Promise<Run> {
  const ended = await run(...args);
  if (ended.code !== 0) throw new Error(ended.output);
  return ended;
}

async function planned(zone: string): Promise<readonly PlannedChange[]> {
  const { stdout } = await succeed("plan", "org", "--json", "--zone", zone, "--output", directory("out"));
  const plan: ZonePlan = JSON.parse(stdout);
  return plan.stacks.flatMap((stack) => {
    if (stack.status !== "planned") throw new Error(stdout);
    return stack.changes;
  });
}

/** The organisation as it stands, documents by what they mean. */
async function observe() {
  const caller = { region, environment: aws.proxyEnvironment };
  const { units, accounts } = await readOrganization(caller);
  const { policies, trustedServices, policyTypes, delegations, stackSets } = await readGovernance(caller, {
    ...(await readOrganization(caller)),
  });
  return {
    units,
    accounts,
    policies: policies.map((policy) => ({
      ...policy,
      content: JSON.parse(policy.content),
      targets: [...policy.targets].sort(),
    })),
    trustedServices,
    policyTypes,
    delegations: delegations.flatMap(({ accountId, servicePrincipals }) =>
      servicePrincipals.map((service) => `${service} by ${accountId}`),
    ),
    stackSets,
  };
}

beforeAll(async () => {
  aws = await startForTest();
  made = await makeByHand(aws);
  before = await observe();
}, 360_000);
afterAll(() => aws?.close());

describe("an organisation made by hand", () => {
  test("becomes a zone that validates, by reading alone", async () => {
    const calls = aws.record.calls().length;
    const { stdout } = await succeed("adopt", directory("zone"), "--name", "acme", "--json");
    expect(
      aws.record
        .calls()
        .slice(calls)
        .filter(({ operation }) => !/^(Describe|Get|List)/.test(operation)),
    ).toEqual([]);
    expect(JSON.parse(stdout)).toMatchObject({
      written: true,
      roles: [
        { role: "log-archive", account: "log-archive", how: "by its name" },
        { role: "security-tooling", account: "security", how: "by delegation" },
        { role: "network", how: "new" },
      ],
    });
    await succeed("validate", "--zone", directory("zone"));
  });

  test("keeps its tree, its people's names for things, and a tombstone of the closed account", () => {
    const zone = loadZone(directory("zone"));
    expect(zone.organizationalUnits.map(({ path, name }) => [path, name])).toEqual([
      ["Security", "Security"],
      ["Workloads", "Workloads"],
      ["Workloads/R&D, live", "R&D, live"],
      ["Workloads/R&D, live/EU%2FWest", "EU/West"],
    ]);
    expect(
      zone.accounts.map(({ displayName, organizationalUnit }) => `${displayName} in ${organizationalUnit}`),
    ).toEqual([
      "Legacy in root",
      "Log Archive in Security",
      "master in root",
      "network in Security",
      "Orders (prod) in Workloads/R&D, live/EU%2FWest",
      "Security in Security",
    ]);
    expect(zone.closedAccounts).toEqual([
      { name: "old-shop", displayName: "Old Shop", email: "cloud+OldShop@acme.example" },
    ]);
  });

  test("is adopted once: again changes nothing, and what stands in the way is left alone", async () => {
    const again = await succeed("adopt", directory("zone"), "--name", "acme");
    expect(again.output).toContain("holds this zone already");
    mkdirSync(directory("mine"));
    writeFileSync(join(directory("mine"), "notes.txt"), "mine");
    expect((await run("adopt", directory("mine"))).code).toBe(2);
    expect(readdirSync(directory("mine"))).toEqual(["notes.txt"]);
  });

  test("is taken over without anything destroyed, replaced or made twice, and nothing of Control Tower's named", async () => {
    await succeed("bootstrap", "--zone", directory("zone"));
    const changes = await planned(directory("zone"));
    expect(changes.filter((change) => !["add", "change", undefined].includes(effectOf(change)))).toEqual([]);
    expect(
      changes
        .filter((change) => effectOf(change) === "add")
        .map(({ address }) => address)
        .sort(),
    ).toEqual([
      "aws_guardduty_organization_admin_account.security-tooling",
      "aws_organizations_account.network",
      "aws_organizations_delegated_administrator.access-analyzer",
      "aws_organizations_delegated_administrator.config-multiaccountsetup",
      "aws_ram_sharing_with_organization.organization",
      "aws_securityhub_organization_admin_account.security-tooling",
    ]);
    const terraform = readFileSync(join(directory("out"), "stacks/org/cdk.tf.json"), "utf8");
    for (const text of [...made.controlTower, "aws-guardrails", "Sandbox"]) {
      expect(terraform).not.toContain(text);
      expect(JSON.stringify(changes)).not.toContain(text);
    }
  }, 180_000);

  test("would be made a second time without its imports", async () => {
    const zone = directory("without-imports");
    cpSync(directory("zone"), zone, { recursive: true });
    rmSync(join(zone, "imports.json"));
    const added = (await planned(zone)).filter((change) => effectOf(change) === "add").map(({ address }) => address);
    expect(added).toEqual(
      expect.arrayContaining([
        "aws_organizations_organization.organization",
        "aws_organizations_account.orders-prod",
        "aws_organizations_policy.only-ireland",
      ]),
    );
  }, 180_000);

  test("is deployed with every policy, attachment and account where it was", async () => {
    const deploy = ["deploy", "org", "--auto-approve", "--zone", directory("zone"), "--output", directory("out")];
    const { output } = await succeed(...deploy);
    expect(output).toContain("make landfall-platform in orders-prod, by its OrganizationAccountAccessRole");
    const after = await observe();
    expect(after.units).toEqual(before.units);
    expect(after.accounts).toEqual(expect.arrayContaining([...before.accounts]));
    expect(after.accounts).toHaveLength(before.accounts.length + 1);
    expect(after.policies).toEqual(before.policies);
    expect(after.stackSets).toEqual(before.stackSets);
    for (const kept of ["trustedServices", "policyTypes", "delegations"] as const)
      expect(after[kept]).toEqual(expect.arrayContaining([...before[kept]]));
  }, 360_000);

  test("then shows a second plan without a change", async () => {
    expect(await planned(directory("zone"))).toEqual([]);
  }, 180_000);
});
