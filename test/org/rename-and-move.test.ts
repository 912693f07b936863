import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { LandingZone } from "../../declaration/model";
import { planChange } from "../../delivery/account-change/plan-change";
import { runTerraform } from "../../delivery/run-terraform";
import { buildOrganization } from "../../org/org-stack";
import { type LocalAws, startLocalAws } from "../../rehearsal/local-aws";
import { terraformEnvironment } from "../../rehearsal/provider/terraform-environment";
import { buildStack } from "../fixtures/built-stack";

/** Of an account's resource in the synthesised JSON. */
interface AccountBlock {
  readonly lifecycle: { readonly ignore_changes: readonly string[] };
}

/** What a plan says of one resource. */
interface Planned {
  readonly address: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: Readonly<Record<string, unknown>> | null;
    readonly after: Readonly<Record<string, unknown>> | null;
  };
}

const minimal = resolve(__dirname, "../zones/minimal");
const renamed = planChange(minimal, "shop", "displayName", "Storefront");
const moved = planChange(minimal, "shop", "organizationalUnit", "apps");

let runDirectory: string;
let aws: LocalAws | undefined;

/** The org stack as it is synthesised, with its state beside it. */
function orgStack(zone: LandingZone): Record<string, unknown> {
  const { top } = buildStack(zone, ({ kind }) => kind === "org", buildOrganization);
  const { terraform, ...rest } = structuredClone(top);
  return { ...rest, terraform: { required_providers: Reflect.get(Object(terraform), "required_providers") } };
}

async function terraform(...args: readonly string[]): Promise<string> {
  const { code, output, stdout } = await runTerraform(args, runDirectory, {
    PATH: process.env["PATH"] ?? "",
    HOME: process.env["HOME"] ?? "",
    ...terraformEnvironment({ runDirectory }),
    ...aws?.proxyEnvironment,
  });
  if (code !== 0) throw new Error(output);
  return stdout;
}

/** What the real provider would do for a synthesised stack, given what was applied. */
async function planned(stack: Record<string, unknown>): Promise<readonly Planned[]> {
  writeFileSync(join(runDirectory, "cdk.tf.json"), JSON.stringify(stack));
  await terraform("plan", "-out=plan", "-lock=false", "-parallelism=20");
  const plan: { readonly resource_changes: readonly Planned[] } = JSON.parse(await terraform("show", "-json", "plan"));
  return plan.resource_changes.filter(({ change }) => !change.actions.includes("no-op"));
}

beforeAll(async () => {
  runDirectory = mkdtempSync(join(tmpdir(), "landfall-org-"));
  aws = await startLocalAws({
    runDirectory,
    cacheDirectory: resolve(".landfall"),
    region: "eu-west-1",
    organizations: { creationMilliseconds: 0, writesPerSecond: 1000, writeBurst: 1000 },
  });
  writeFileSync(join(runDirectory, "cdk.tf.json"), JSON.stringify(orgStack(renamed.before)));
  await terraform("init");
  await terraform("apply", "-auto-approve", "-parallelism=20");
}, 360_000);
afterAll(async () => {
  await aws?.close();
  rmSync(runDirectory, { recursive: true, force: true });
});

describe("on an organisation that is there", () => {
  test("renaming an account plans nothing at all", async () => {
    expect(renamed.after.accounts.find(({ name }) => name === "shop")?.displayName).toBe("Storefront");
    expect(await planned(orgStack(renamed.after))).toEqual([]);
  }, 180_000);

  test("moving an account updates its parent in place, and nothing else", async () => {
    const [account, ...others] = await planned(orgStack(moved.after));
    expect(others).toEqual([]);
    expect(account).toMatchObject({ address: "aws_organizations_account.shop", change: { actions: ["update"] } });
    const { before, after } = account?.change ?? {};
    expect(Object.keys(after ?? {}).filter((key) => !isSame(before?.[key], after?.[key]))).toEqual(["parent_id"]);
  }, 180_000);

  test("an account that is called by its display name would be destroyed and made anew by a rename", async () => {
    const byDisplayName = renamed.after.accounts.map((account) =>
      account.displayName === "Storefront" ? { ...account, name: "storefront" } : account,
    );
    const changes = await planned(orgStack({ ...renamed.after, accounts: byDisplayName }));
    const actions = Object.fromEntries(changes.map(({ address, change }) => [address, change.actions]));
    expect(actions).toMatchObject({
      "aws_organizations_account.shop": ["delete"],
      "aws_organizations_account.storefront": ["create"],
    });
  }, 180_000);

  test("a name that Terraform does not ignore would be changed by Terraform, not by the deployment's task", async () => {
    const stack = orgStack(renamed.after);
    for (const { lifecycle } of accountBlocks(stack)) {
      Object.assign(lifecycle, { ignore_changes: lifecycle.ignore_changes.filter((key) => key !== "name") });
    }
    const [account] = await planned(stack);
    expect(account).toMatchObject({ address: "aws_organizations_account.shop", change: { actions: ["update"] } });
    expect(account?.change.after).toMatchObject({ name: "Storefront" });
  }, 180_000);
});

function accountBlocks(stack: Record<string, unknown>): readonly AccountBlock[] {
  const { resource } = stack as { readonly resource: Readonly<Record<string, Readonly<Record<string, AccountBlock>>>> };
  return Object.values(resource["aws_organizations_account"] ?? {});
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
