import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import Ajv2020 from "ajv/dist/2020";
import { costOfZone } from "../../cli/zone-cost";
import { readZoneFrom } from "../../declaration/load";
import { rangesToRecord } from "../../declaration/record-addresses";
import { fromTemplate, type Profile } from "../../delivery/init/template";
import { captured } from "./captured";

const root = resolve(__dirname, "../..");
const minimal = join(root, "test/zones/minimal");
const cost = (zone: string, ...args: readonly string[]) => captured("cost", "--zone", zone, ...args);

const validator = new Ajv2020({ strict: true, allErrors: true });
const isCost = validator.compile(JSON.parse(readFileSync(join(root, "schemas/cost.json"), "utf8")) as object);

describe("landfall cost", () => {
  test("says the sum, the accounts with the dearest first, and what is paid by use", async () => {
    const { code, stdout } = await cost(minimal);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^tiny costs 82\.50 USD a month while nothing is used, at list prices of 2026-/);
    expect(stdout).toMatch(/^ +43\.50 {2}shop\n +36\.50 +shop +Transit Gateway hub, shared by RAM$/m);
    expect(stdout).toMatch(/^ +73\.00 {2}Transit Gateway attachment +2 +0\.05 an hour +2 +wires, shop$/m);
    expect(stdout).toMatch(/Paid by use, and in no sum:\n[^]*^ +0\.003 {2,}configuration item +AWS Config/m);
    expect(stdout).not.toMatch(/\u001b/);
  });

  test.each<[readonly string[]]>([[[]], [["--features"]]])("tells the same as JSON by its schema: %p", async (args) => {
    const { code, stdout } = await cost(minimal, "--json", ...args);
    expect([isCost(JSON.parse(stdout)), isCost.errors]).toEqual([true, null]);
    expect(code).toBe(0);
  });

  test("says what each feature would cost, and which are declared", async () => {
    const { code, stdout } = await cost(minimal, "--features");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ +613\.20 {4,}Inspection VPC with AWS Network Firewall +two zones/m);
    expect(stdout).toMatch(/^ +by use +Amazon Macie +each account +Macie, inventory/m);
    expect(stdout).toMatch(/^ +36\.50 {2}\* {2}Transit Gateway hub, shared by RAM +each VPC that is attached/m);
  });

  test("says what a change costs, for people, programs and a pull request", async () => {
    const repository = mkdtempSync(join(tmpdir(), "landfall-cost-"));
    try {
      const zone = join(repository, "zone");
      // Neither side has a range yet: both get those that deploying would give.
      cpSync(minimal, zone, { recursive: true, filter: (source) => !source.endsWith("addresses.lock.json") });
      const git = (...args: readonly string[]) =>
        execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.example", ...args], { cwd: repository });
      git("init", "--quiet");
      git("add", ".");
      git("commit", "--quiet", "--message", "zone");
      const file = join(zone, "landing-zone.yaml");
      const declared = readFileSync(file, "utf8");
      writeFileSync(file, declared.replace("  pool: ", "  egress: { natGateways: single }\n  pool: "));

      const markdown = await cost(zone, "--base", "HEAD", "--format", "markdown");
      expect(markdown.stdout).toContain(
        "### Idle cost: +38.69 USD a month, from 82.50 to 121.19 (list prices of 2026-",
      );
      expect(markdown.stdout).toContain("| wires | +38.69 |");
      expect(markdown.stdout).toContain("| Central egress, NAT gateways | +38.69 |");
      const json = await cost(zone, "--base", "HEAD", "--json");
      expect([isCost(JSON.parse(json.stdout)), isCost.errors]).toEqual([true, null]);
      expect((await captured("validate", "--zone", zone)).stdout).toContain(
        "note: Central egress, NAT gateways: 38.69 USD a month while nothing is used\n",
      );
    } finally {
      rmSync(repository, { recursive: true, force: true });
    }
  });

  test("ends with 1 in a region without prices by the hour, and names what the sum lacks", async () => {
    const scratch = mkdtempSync(join(tmpdir(), "landfall-cost-"));
    try {
      cpSync(minimal, scratch, { recursive: true });
      const file = join(scratch, "landing-zone.yaml");
      const elsewhere = readFileSync(file, "utf8").replace(
        /home: eu-west-1\n.*/,
        "home: eu-west-2\n  governed: [eu-west-2]",
      );
      writeFileSync(file, elsewhere);
      const { code, stdout } = await cost(scratch);
      expect(code).toBe(1);
      // What remains costs the same everywhere: 82.50 without two attachments.
      expect(stdout).toContain("tiny costs 9.50 USD a month");
      expect(stdout).toContain(
        '  shop aws_ec2_transit_gateway_vpc_attachment.hub: no price is known for "Transit Gateway attachment" in eu-west-2\n',
      );
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  });

  test.each<[string, readonly string[], string]>([
    ["a zone that is not there", ["--zone", "no-such-zone"], "no-such-zone"],
    ["a difference of features", ["--features", "--base", "HEAD"], "--features compares nothing"],
    ["markdown of no difference", ["--format", "markdown"], "Give --base REVISION"],
  ])("%s ends with 2", async (_what, args, says) => {
    const { code, stderr } = await captured("cost", ...args);
    expect(stderr).toContain(says);
    expect(code).toBe(2);
  });

  test.each<[Profile, number]>([
    // By hand: the egress VPC's attachment 36.50, the apex and the service's zone 1, keys of logs, findings and alarms 3.
    ["small", 40.5],
    // And the attachment of the service's own network.
    ["standard", 77],
  ])(
    "of the %s zone that landfall init makes, but for its service, is what docs/cost.md says",
    (profile, monthlyUsd) => {
      const answers = {
        ...{ organization: "acme", emailPattern: "aws+{account}@acme.example", region: "eu-west-1", github: "" },
        serviceSuffix: "services.acme.example",
      };
      const files = [...fromTemplate(answers, profile)].flatMap(([path, text]): [string, string][] =>
        path.startsWith("zone/") ? [[path.slice("zone/".length), text]] : [],
      );
      const result = readZoneFrom(new Map(files));
      if (!("zone" in result)) throw new Error(result.problems.map(({ message }) => message).join("\n"));
      const ranges = Object.fromEntries(rangesToRecord(result.zone, {}));
      const lock = JSON.stringify({ version: 1, ranges });
      const allocated = readZoneFrom(new Map(files).set("addresses.lock.json", lock));
      if (!("zone" in allocated)) throw new Error("its ranges are not taken");
      const { cost: found, waiting } = costOfZone(allocated.zone, ({ kind }) => kind !== "service");
      expect([waiting, found.monthlyUsd]).toEqual([[], monthlyUsd]);
      const page = readFileSync(join(root, "docs/cost.md"), "utf8");
      expect(page).toContain(`| ${profile} | ${monthlyUsd.toFixed(2)} |`);
    },
  );

  test("prints what docs/cost.md shows of the sample, and the sum that README.md names", async () => {
    const { stdout } = await cost(join(root, "zone"));
    const page = readFileSync(join(root, "docs/cost.md"), "utf8");
    const [, shown = ""] = /^```\n\$ landfall cost\n([^]*?)\n```$/m.exec(page) ?? [];
    expect(shown.split("\n").filter((line) => line !== "…").length).toBeGreaterThan(5);
    for (const line of shown.split("\n")) if (line !== "…") expect(`\n${stdout}`).toContain(`\n${line}\n`);
    const [, sum = "no sum"] = /costs ([\d,.]+) USD a month/.exec(stdout) ?? [];
    expect(readFileSync(join(root, "README.md"), "utf8")).toContain(`${sum} US dollars a month`);
  });
});
