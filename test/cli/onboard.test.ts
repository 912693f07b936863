import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { knownServices, loadZone } from "../../declaration/load";
import { readRanges } from "../../declaration/lock-file";
import { onboardSteps } from "../../delivery/onboarding/onboard-steps";
import { planOnboarding } from "../../delivery/onboarding/plan-onboarding";
import { captured, type CapturedRun } from "./captured";

const sample = join(__dirname, "../../zone");
const name = "refunds-dev";
const options = [
  ...["--ou", "workloads/nonprod", "--owner", "payments", "--service", "payments", "--domain", "nonprod"],
  ...["--budget", "100", "--access", "payments-team=developer", "security-team=auditor", "--tag", "environment=dev"],
];

/** What the run that is refused would have written. */
const asRefused = `# yaml-language-server: $schema=../../schemas/account.json
name: refunds-dev
organizationalUnit: workloads/nonprd
owner: payments
contacts:
  operations: { name: The payments team, email: payments-team@acme.example, phone: +31 20 000 0000, title: On call }
network:
  domain: nonprd
  prefixLength: 22
access:
  payment-team: [devloper]
service:
  name: payment
`;

let zone: string;
beforeEach(() => {
  zone = join(mkdtempSync(join(tmpdir(), "landfall-onboard-")), "zone");
  cpSync(sample, zone, { recursive: true });
});
afterEach(() => rmSync(join(zone, ".."), { recursive: true, force: true }));

const onboard = (...args: readonly string[]): Promise<CapturedRun> => captured("onboard", ...args, "--zone", zone);
const path = (account = name): string => join(zone, "accounts", `${account}.yaml`);
const contents = (): readonly string[] =>
  readdirSync(zone, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.name}\n${readFileSync(join(entry.parentPath, entry.name), "utf8")}`);

describe("landfall onboard", () => {
  test("writes the account's file in the style of the others, and its range", async () => {
    const { code } = await onboard(name, ...options);
    expect(code).toBe(0);
    expect(readFileSync(path(), "utf8")).toBe(`# yaml-language-server: $schema=../../schemas/account.json
name: refunds-dev
organizationalUnit: workloads/nonprod
owner: payments
contacts:
  operations: { name: The payments team, email: payments-team@acme.example, phone: +31 20 000 0000, title: On call }
budget:
  monthlyUsd: 100
network:
  domain: nonprod
  prefixLength: 22
access:
  payments-team: [developer]
  security-team: [auditor]
service:
  name: payments
tags:
  environment: dev
`);
    expect(readRanges(zone)).toEqual({ ...readRanges(sample), [name]: "10.0.24.0/22" });
    expect((await captured("validate", "--zone", zone)).code).toBe(0);
  });

  test("says what will happen: what binds the account, what it reaches, what to deploy and to commit", async () => {
    const { stdout } = await onboard(name, ...options);
    for (const says of [
      /^unit +workloads\/nonprod$/m,
      /allowed-regions +\(workloads\) Nothing runs outside the zone's allowed regions/,
      /^network +10\.0\.24\.0\/22 in the route domain nonprod/m,
      /^talks to +shared \(shared-services\)$/m,
      /^not to +prod \(orders-prod, payments-prod\); nonprod \(orders-dev, payments-dev\)$/m,
      /^service +payments on refunds-dev\.services\.acme\.example$/m,
      /git add \S+accounts\/refunds-dev\.yaml \S+addresses\.lock\.json/,
      /landfall deploy org identity refunds-dev routing refunds-dev-payments/,
    ]) {
      expect(stdout).toMatch(says);
    }
    expect(stdout).not.toContain("deny-everything");
  });

  describe("with --shared-vpc", () => {
    const file = (): string => join(zone, "landing-zone.yaml");
    const guest = ["--ou", "workloads/nonprod", "--owner", "payments", "--shared-vpc"];
    beforeEach(async () => {
      const sharedVpcs = "\n  sharedVpcs:\n    commons: { domain: nonprod }\n";
      writeFileSync(file(), readFileSync(file(), "utf8").replace("\nnetwork:\n", `\nnetwork:${sharedVpcs}`));
      await onboard("warm-up", "--ou", "workloads/nonprod", "--owner", "payments");
    });

    test("gives the account no range of its own, and says what it reaches by the shared VPC", async () => {
      const { code, stdout } = await onboard(name, ...guest, "commons");
      expect(code).toBe(0);
      expect(readFileSync(path(), "utf8")).toContain("\nsharedVpc: commons\n");
      expect(readRanges(zone)).not.toHaveProperty(name);
      expect(stdout).toMatch(/^network +\S+( range yet)? of the shared VPC commons in the route domain nonprod/m);
      expect(stdout).toMatch(/^stacks .*\bnetwork\b/m);
    });

    test("refuses a VPC there is none of, a network of its own beside it, and another than the file has", async () => {
      const before = contents();
      expect((await onboard(name, ...guest, "common")).stderr).toContain("did you mean commons?");
      const both = await onboard(name, ...guest, "commons", "--domain", "nonprod");
      expect([both.code, both.stderr]).toEqual([2, expect.stringContaining("LF1519")]);
      expect(contents()).toEqual(before);
      await onboard(name, ...guest, "commons");
      const other = await onboard(name, ...guest, "lab");
      expect(other.stderr).toContain('--shared-vpc "lab", but there it is "commons"');
    });
  });

  test("lets its service join a central event bus, and refuses one that there is none of", async () => {
    const joining = [...options, "--event-bus"];
    const wrong = await onboard(name, ...joining, "nonpord");
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("did you mean nonprod?")]);
    const { code, stdout } = await onboard(name, ...joining, "nonprod");
    expect(code).toBe(0);
    expect(readFileSync(path(), "utf8")).toContain("\n  eventBus: nonprod\n");
    expect(stdout).toMatch(/^stacks .*\bevents\b/m);
    expect((await onboard(name, ...joining, "prod")).stderr).toContain('--event-bus "prod", but there it is "nonprod"');
  });

  test("writes nothing with --dry-run, and prints the range it would get all the same", async () => {
    const before = contents();
    const { code, stdout } = await onboard(name, ...options, "--dry-run");
    expect(code).toBe(0);
    expect(stdout).toContain("10.0.24.0/22");
    expect(stdout).toContain("name: refunds-dev");
    // Payments without a bus: 25 alarms and a dashboard, 5.50.
    expect(stdout).toContain("\ncost      +43.50 USD a month while nothing is used: ");
    expect(stdout).toContain("; Services 5.50; ");
    expect(contents()).toEqual(before);
  });

  test("says that the cost is not known of a service that needs a bus, in an account that joins none", async () => {
    const reports = options.map((each, at) => (options[at - 1] === "--service" ? "reports" : each));
    const { stdout } = await onboard(name, ...reports, "--dry-run");
    expect(stdout).toContain(
      "\ncost      not known: the service reports has events, and its account joins no event bus\n",
    );
  });

  test("prints one JSON document with --json", async () => {
    const { stdout } = await onboard(name, ...options, "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      account: name,
      state: "new",
      email: "aws+refunds-dev@acme.example",
      range: "10.0.24.0/22",
      stacks: ["org", "identity", name, "routing", `${name}-payments`],
      filesToCommit: [path(), join(zone, "addresses.lock.json")],
      performed: ["write-account-file", "allocate-range"],
    });
  });

  test("refuses with what validate says of the same file, the nearest names with it, and writes nothing", async () => {
    const wrong = ["--ou", "workloads/nonprd", "--owner", "payments", "--service", "payment", "--domain", "nonprd"];
    const access = ["--access", "payment-team=devloper"];
    const before = contents();
    const { code, stderr } = await onboard(name, ...wrong, ...access);
    expect(code).toBe(2);
    for (const nearest of ["workloads/nonprod?", "payments?", "nonprod?", "payments-team?", "developer?"]) {
      expect(stderr).toContain(`did you mean ${nearest}`);
    }
    expect(contents()).toEqual(before);

    writeFileSync(path(), asRefused);
    const validated = await captured("validate", "--zone", zone);
    expect(validated.stderr).toBe(stderr);
  });

  test("refuses a name that is no name of an account, without leaving the zone's directory", async () => {
    const { code, stderr } = await onboard("../elsewhere", ...options);
    expect(code).toBe(2);
    expect(stderr).toContain("LF1210");
    expect(existsSync(join(zone, "elsewhere.yaml"))).toBe(false);
  });

  test("names everything that is missing at once, with what it may say, where nobody can be asked", async () => {
    const { code, stderr } = await onboard(name, "--prefix-length", "24", "--contact-email", "a@acme.example");
    expect(code).toBe(2);
    expect(stderr).toContain("--ou, --owner, --domain, --contact-phone");
    expect(stderr).toMatch(/--ou: .*workloads\/nonprod/);
    expect(stderr).toMatch(/--owner: .*payments/);
    expect(stderr).toMatch(/--domain: .*nonprod/);
  });

  test.each([
    ["a repository and no service", ["--repository", "shop"], /account refunds-dev: --service\n--service: .*orders/],
    ["a repository and the service none", ["--repository", "shop", "--service", "none"], /: --service\n/],
    ["a bus and no service", ["--event-bus", "nonprod"], /account refunds-dev: --service\n--service: .*bus.*orders/],
    ["a size and the domain none", ["--prefix-length", "24", "--domain", "none"], /: --domain\n--domain: .*nonprod/],
    ["a tag twice", ["--tag", "stage=one", "--tag", "stage=two"], /--tag gives stage twice/],
  ])("refuses %s rather than drop what was said", async (_what, more, says) => {
    const { code, stderr } = await onboard(name, "--ou", "sandbox", "--owner", "payments", ...more);
    expect(stderr).toMatch(says);
    expect(code).toBe(2);
    expect(existsSync(path())).toBe(false);
  });

  test("refuses the unit of accounts that left, in which an active one could do nothing", async () => {
    const { code, stderr } = await onboard(name, "--ou", "suspended", "--owner", "payments");
    expect(stderr).toMatch(/refunds-dev would be an active account in suspended[^]*--ou: .*sandbox/);
    expect(code).toBe(2);
    expect(existsSync(path())).toBe(false);
  });

  test("of an account that is there already changes nothing and is content", async () => {
    await onboard(name, ...options);
    const before = contents();
    for (const again of [options, [], ["--owner", "payments"]]) {
      const { code, stdout } = await onboard(name, ...again);
      expect(stdout).toContain("already there");
      expect(code).toBe(0);
    }
    expect(contents()).toEqual(before);
  });

  test("of another account of the same name is refused with everything that differs", async () => {
    await onboard(name, ...options);
    const before = contents();
    const { code, stderr } = await onboard(name, "--ou", "workloads/prod", "--owner", "payments", "--budget", "5");
    expect(code).toBe(2);
    expect(stderr).toContain('--ou "workloads/prod", but there it is "workloads/nonprod"');
    expect(stderr).toContain("--budget 5, but there it is 100");
    expect(contents()).toEqual(before);
  });

  test("of a closed account's name is refused, for AWS gives its email to no other", async () => {
    writeFileSync(path(), "name: refunds-dev\nstatus: closed\norganizationalUnit: sandbox\nowner: payments\n");
    const { code, stderr } = await onboard(name, ...options);
    expect(code).toBe(2);
    expect(stderr).toContain("is closed");
  });

  test("killed between its two writes is completed by the next run", async () => {
    const uninterrupted = join(zone, "..", "uninterrupted");
    cpSync(zone, uninterrupted, { recursive: true });
    await captured("onboard", name, ...options, "--zone", uninterrupted);

    const choices = { zone: loadZone(zone), services: knownServices()?.names ?? [] };
    const request = { name, organizationalUnit: "workloads/nonprod", owner: "payments", domain: "nonprod" };
    const [write] = onboardSteps(zone, planOnboarding(zone, choices, request));
    await write?.perform();
    expect(readRanges(zone)).not.toHaveProperty(name);
    const { stdout } = await onboard(name, "--json");
    expect(JSON.parse(stdout)).toMatchObject({ state: "begun", performed: ["allocate-range"], range: "10.0.24.0/22" });
    expect(readRanges(zone)).toEqual(readRanges(uninterrupted));
  });

  test("takes the schema's place from the zone where no account names one, and none where nothing does", async () => {
    const minimal = join(zone, "..", "minimal");
    cpSync(join(__dirname, "../zones/minimal"), minimal, { recursive: true });
    const run = ["--ou", "apps", "--owner", "team", "--zone", minimal];
    for (const file of readdirSync(join(minimal, "accounts"))) {
      const at = join(minimal, "accounts", file);
      writeFileSync(at, readFileSync(at, "utf8").replace(/^# yaml-language-server.*\n/, ""));
    }
    await captured("onboard", "lab", ...run);
    expect(readFileSync(join(minimal, "accounts/lab.yaml"), "utf8")).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/\.\.\/\.\.\/schemas\/account\.json\nname: lab\n/,
    );
  });
});
