import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { loadZone } from "../../../declaration/load";
import { readIds } from "../../../declaration/lock-file";
import { bootstrap } from "../../../delivery/bootstrap";
import { ambientCredentials } from "../../../delivery/credentials";
import type { StackResult } from "../../../delivery/deployment";
import { applySaved } from "../../../delivery/plan/apply-saved";
import { planZone } from "../../../delivery/plan/plan-zone";
import { planFileName } from "../../../delivery/plan/saved-plan";
import { type PlannedStack, verdictOf } from "../../../delivery/plan/zone-plan";
import { terraformEnvironment } from "../../../rehearsal/provider/terraform-environment";
import { type StartedAws, startForTest } from "../../rehearsal/gateway/start";

const directory = mkdtempSync(join(tmpdir(), "landfall-plan-"));
const zoneDirectory = join(directory, "zone");
const plans = join(directory, "plans");

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
    outDirectory: join(directory, "out"),
    credentialsFor: ambientCredentials(aws.proxyEnvironment),
    terraformEnv: { ...aws.proxyEnvironment, ...terraformEnvironment({ runDirectory: aws.runDirectory }) },
  };
}

async function planned(only: readonly string[], save?: string): Promise<readonly PlannedStack[]> {
  return (await planZone({ ...run(), only, save })).stacks;
}

async function applied(from: string, stack: string): Promise<StackResult | undefined> {
  return (await applySaved({ ...run(), plans: from, only: [stack] })).stacks[0];
}

function setBudget(usd: number): void {
  const file = join(zoneDirectory, "accounts/shop.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace(/monthlyUsd: \d+/, `monthlyUsd: ${usd}`));
}

function budgetOf(plan: PlannedStack | undefined): unknown {
  const changes = plan?.status === "planned" ? plan.changes : [];
  return changes.flatMap(({ address, differences }) =>
    differences.map(({ path, before, after }) => [address, path, before, after]),
  );
}

describe("a plan that is saved", () => {
  test("shows what would be made, validates what cannot be planned yet, and changes nothing", async () => {
    const stacks = await planned(["org", "shop"], plans);
    expect(stacks.map((plan) => `${plan.stack}: ${verdictOf(plan)}`)).toEqual([
      "org: 19 to add",
      "shop: synthesised and validated, planned once the account exists",
    ]);
    expect(readIds(zoneDirectory)).toEqual({});
    expect([existsSync(join(plans, "org", planFileName)), existsSync(join(plans, "shop"))]).toEqual([true, false]);
  }, 360_000);

  test("is applied and locks the ids it made; then there is nothing to change", async () => {
    expect(await applied(plans, "org")).toMatchObject({ status: "done", counts: { added: 19, destroyed: 0 } });
    expect(readIds(zoneDirectory)["account/shop"]).toMatch(/^\d{12}$/);
    expect(await planned(["org"])).toMatchObject([{ status: "planned", changes: [] }]);
  }, 360_000);

  test("is refused when the zone says something else by now", async () => {
    setBudget(20);
    expect(budgetOf((await planned(["org"], plans))[0])).toEqual([
      ["aws_budgets_budget.shop", "limit_amount", "10", "20"],
    ]);
    setBudget(30);
    await expect(applied(plans, "org")).rejects.toThrow("the zone has changed since org was planned");
    setBudget(20);
  }, 180_000);

  test("is refused by Terraform when the state has moved on, in Terraform's words", async () => {
    const another = join(directory, "another");
    cpSync(plans, another, { recursive: true });
    expect(await applied(plans, "org")).toMatchObject({ status: "done", counts: { changed: 1 } });
    expect(await applied(another, "org")).toMatchObject({
      status: "failed",
      errors: [expect.stringContaining("Saved plan is stale")],
    });
  }, 180_000);

  test("is refused when somebody changed it, or it is not there", async () => {
    await expect(applied(plans, "shop")).rejects.toThrow(`no plan of shop is saved`);
    appendFileSync(join(plans, "org", "cdk.tf.json"), " ");
    await expect(applied(plans, "org")).rejects.toThrow("was changed after it was saved");
    await expect(applied(join(directory, "nowhere"), "org")).rejects.toThrow("no plan is saved in");
  });
});
