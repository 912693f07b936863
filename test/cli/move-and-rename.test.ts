import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { loadZone } from "../../declaration/load";
import { captured, type CapturedRun } from "./captured";

const sample = join(__dirname, "../../zone");
const commented = `# The orders team's playground.
name: orders-dev     # never changes
organizationalUnit:   'workloads/nonprod'   # until the audit is over

owner: "orders"
access: { orders-team: [ developer ] }
network: { domain: nonprod }
`;

let zone: string;
beforeEach(() => {
  zone = join(mkdtempSync(join(tmpdir(), "landfall-move-")), "zone");
  cpSync(sample, zone, { recursive: true });
  writeFileSync(file(), commented);
});
afterEach(() => rmSync(join(zone, ".."), { recursive: true, force: true }));

const file = (): string => join(zone, "accounts/orders-dev.yaml");
const text = (): string => readFileSync(file(), "utf8");
const run = (...args: readonly string[]): Promise<CapturedRun> => captured(...args, "--zone", zone);

describe("landfall move", () => {
  test("changes one value of one file and leaves every other byte", async () => {
    const { code } = await run("move", "orders-dev", "--ou", "sandbox", "--yes");
    expect(code).toBe(0);
    expect(text()).toBe(commented.replace("workloads/nonprod", "sandbox"));
    expect(loadZone(zone).accounts.find(({ name }) => name === "orders-dev")?.organizationalUnit).toBe("sandbox");
  });

  test("says before which guardrails the account gains and loses, and what Terraform will do", async () => {
    const { code, stdout } = await run("move", "orders-dev", "--ou", "shared-services", "--dry-run");
    expect(stdout).toMatch(/^gains +no guardrail$/m);
    expect(stdout).toMatch(/^loses +deny-root-user +\(workloads\) Nobody works as an account's root user\.$/m);
    expect(stdout).toMatch(
      /aws_organizations_account\.orders-dev in place \(parent_id\) in the stack org; nothing is replaced/,
    );
    expect(code).toBe(0);
    expect(text()).toBe(commented);
  });

  test("prints one JSON document with --json", async () => {
    const { stdout } = await run("move", "orders-dev", "--ou", "suspended", "--yes", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      account: "orders-dev",
      from: "workloads/nonprod",
      to: "suspended",
      gained: [{ name: "deny-everything", attachedTo: ["suspended"] }],
      lost: loadZone(sample)
        .guardrails.filter(({ attachTo }) => attachTo.includes("workloads"))
        .map(({ name }) => ({ name, attachedTo: ["workloads"] })),
      stacks: ["org"],
      isWritten: true,
    });
  });

  test("changes nothing where nobody can say yes", async () => {
    const { code, stderr } = await run("move", "orders-dev", "--ou", "sandbox");
    expect(code).toBe(2);
    expect(stderr).toContain("--yes");
    expect(text()).toBe(commented);
  });

  test("to where the account is already changes nothing and is content", async () => {
    const { code, stdout } = await run("move", "orders-dev", "--ou", "workloads/nonprod");
    expect(stdout).toContain("already");
    expect(code).toBe(0);
    expect(text()).toBe(commented);
  });

  test.each([
    ["an organizational unit there is not", "orders-dev", "workloads/prd", "LF1403", "did you mean workloads/prod?"],
    ["the root", "orders-dev", "root", "LF1405", "only the management account is at root"],
    [
      "anywhere, of an account there is not",
      "order-dev",
      "sandbox",
      "no account order-dev",
      "did you mean orders-dev?",
    ],
  ])("to %s is refused", async (_where, account, unit, says, remedy) => {
    const { code, stderr } = await run("move", account, "--ou", unit, "--yes");
    expect(stderr).toContain(says);
    expect(stderr).toContain(remedy);
    expect(code).toBe(2);
    expect(text()).toBe(commented);
  });

  test("of a suspended account is refused: it is where suspended accounts are", async () => {
    writeFileSync(file(), `${commented}status: suspended\n`);
    const { code, stderr } = await run("move", "orders-dev", "--ou", "sandbox", "--yes");
    expect(stderr).toContain("is suspended");
    expect(code).toBe(2);
  });
});

describe("landfall rename", () => {
  test("adds the display name below the name, and changes it the next time", async () => {
    expect((await run("rename", "orders-dev", "--to", "Orders (dev)")).code).toBe(0);
    const once = commented.replace("# never changes\n", "# never changes\ndisplayName: Orders (dev)\n");
    expect(text()).toBe(once);
    expect((await run("rename", "orders-dev", "--to", "Orders: dev")).code).toBe(0);
    expect(text()).toBe(once.replace("Orders (dev)", '"Orders: dev"'));
    const account = loadZone(zone).accounts.find(({ name }) => name === "orders-dev");
    expect(account).toMatchObject({ name: "orders-dev", displayName: "Orders: dev" });
  });

  test("says what stays, and writes nothing with --dry-run", async () => {
    const { stdout } = await run("rename", "orders-dev", "--to", "Orders (dev)", "--dry-run");
    expect(stdout).toContain('AWS shows "Orders (dev)" in place of "orders-dev"');
    expect(stdout).toContain("replaces nothing");
    expect(text()).toBe(commented);
  });

  test("of the identity is refused with the reason", async () => {
    const { code, stderr } = await run("rename", "orders-dev", "orders-test");
    expect(stderr).toContain("orders-dev cannot become orders-test");
    expect(stderr).toContain("Terraform addresses");
    expect(code).toBe(2);
    expect(text()).toBe(commented);
  });

  test("to a name that AWS does not take is refused as validate would", async () => {
    const { code, stderr } = await run("rename", "orders-dev", "--to", "<orders>");
    expect(stderr).toMatch(/orders-dev\.yaml:3:14 LF1225 /);
    expect(code).toBe(2);
    expect(text()).toBe(commented);
  });

  test("prints one JSON document with --json", async () => {
    const { stdout } = await run("rename", "orders-dev", "--to", "Orders", "--json");
    expect(JSON.parse(stdout)).toEqual({
      account: "orders-dev",
      from: "orders-dev",
      to: "Orders",
      file: file(),
      isWritten: true,
    });
  });
});
