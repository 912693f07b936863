import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { DeclarationError, loadZone, readZone, readZoneFrom } from "../../declaration/load";
import type { LandingZone } from "../../declaration/model";
import { formatProblem } from "../../declaration/problem/problem";
import type { FileContent } from "../../declaration/source/files";
import { readDirectory } from "../../declaration/source/read-directory";
import { stacksOf } from "../../declaration/stacks";

const root = join(__dirname, "../..");
const sample = join(root, "zone");
const birch = join(root, "test/zones/birch");
const minimal = join(root, "test/zones/minimal");
const scratch = mkdtempSync(join(tmpdir(), "landfall-load-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const account = (zone: LandingZone, name: string): LandingZone["accounts"][number] | undefined =>
  zone.accounts.find((each) => each.name === name);

function linesWithout(change: (files: Map<string, FileContent>) => void, from = minimal): string[] {
  const files = new Map(
    [...readDirectory(from)].map(([name, content]) => [name, content.toString()] as [string, FileContent]),
  );
  change(files);
  const result = readZoneFrom(files);
  return "problems" in result ? result.problems.map(formatProblem) : [];
}

describe("loading a zone", () => {
  test("fills in what the files leave out", () => {
    const zone = loadZone(sample);
    expect(zone.partition).toBe("aws");
    expect(zone.stateBucket).toBe("acme-landfall-state");
    expect(zone.network.availabilityZones).toEqual(["eu-west-1a", "eu-west-1b"]);
    expect(account(zone, "orders-dev")).toMatchObject({
      roles: ["workload"],
      email: "aws+orders-dev@acme.example",
      network: { domain: "nonprod", prefixLength: 22, cidr: "10.0.4.0/22" },
      service: {
        name: "orders",
        domainName: "orders-dev.services.acme.example",
        repository: "acme/orders",
        settings: { logRetentionDays: 30, memoryMegabytes: 256, throttle: { burst: 200, rate: 100 } },
      },
      budget: { monthlyUsd: 200, alertPercent: [80, 100] },
    });
    expect(zone.foundation["log-archive"].name).toBe("log-archive");
  });

  test("reads a zone of another shape: roles together, roles left out, a policy of its own", () => {
    const zone = loadZone(birch);
    expect(zone.accounts.map(({ name }) => name)).toEqual(["lab", "payer", "records", "shop-live", "transit"]);
    expect(zone.foundation["security-tooling"]).toBe(zone.foundation["log-archive"]);
    expect(zone.foundation.audit).toBeUndefined();
    expect(account(zone, "lab")).toMatchObject({
      email: "lab+aws@birch.example",
      network: undefined,
      service: undefined,
    });
    expect(account(zone, "shop-live")?.service?.repository).toBeUndefined();
    expect(zone.guardrails.find(({ name }) => name === "deny-access-keys")?.document).toContain("iam:CreateAccessKey");
    expect(zone.guardrails.find(({ name }) => name === "allowed-regions")?.document).toBeUndefined();
  });

  test("attaches a guardrail to the accounts that have all of its tags, and to no management account", () => {
    const files = new Map([...readDirectory(minimal)].map(([name, content]) => [name, content.toString()]));
    for (const name of ["boss", "shop", "vault"]) {
      const tags = name === "vault" ? "tags: { data: secret }" : "tags: { data: secret, stage: live }";
      const untagged = (files.get(`accounts/${name}.yaml`) ?? "").replace("tags:\n  stage: live\n", "");
      files.set(`accounts/${name}.yaml`, `${untagged}${tags}\n`);
    }
    const text = files.get("landing-zone.yaml") ?? "";
    const declared = (guardrail: string): readonly unknown[] => {
      files.set("landing-zone.yaml", text.replace("no-gpu: { attachTo: [apps/live] }", `no-gpu: ${guardrail}`));
      const result = readZoneFrom(files);
      if ("problems" in result) throw new Error(result.problems.map(formatProblem).join());
      const found = result.zone.guardrails.find(({ name }) => name === "no-gpu");
      return [found?.accounts, found?.kind];
    };
    expect(declared("{ tags: { data: secret } }")).toEqual([["shop", "vault"], "scp"]);
    expect(declared("{ tags: { data: secret, stage: live } }")).toEqual([["shop"], "scp"]);
    expect(declared("{ accounts: [wires, shop], tags: { stage: live } }")).toEqual([["shop", "wires"], "scp"]);
    expect(declared("{ attachTo: [apps] }")).toEqual([[], "scp"]);
  });

  test.each([
    ["cn-north-1", "cn-northwest-1", "aws-cn"],
    ["us-gov-west-1", "us-gov-east-1", "aws-us-gov"],
  ])("takes the partition from the home region %s", (home, other, partition) => {
    const files = new Map([...readDirectory(minimal)].map(([name, content]) => [name, content.toString()]));
    const text = files.get("landing-zone.yaml") ?? "";
    files.set("landing-zone.yaml", text.replaceAll("eu-west-1", home).replaceAll("eu-west-2", other));
    expect(readZoneFrom(files)).toMatchObject({ zone: { partition } });
  });

  test("lists organizational units parents first, accounts by name", () => {
    const paths = loadZone(birch).organizationalUnits.map(({ path, depth }) => `${depth} ${path}`);
    expect(paths).toEqual([...paths].sort());
    expect(paths).toContain("3 Apps/Retail/Live");
  });

  test("returns a model that cannot be changed at any depth", () => {
    const frozen = (value: unknown): boolean =>
      typeof value !== "object" || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen));
    expect(frozen(loadZone(sample))).toBe(true);
    expect(frozen(loadZone(birch))).toBe(true);
  });

  test("accepts CRLF line ends and a byte order mark", () => {
    const files = new Map([...readDirectory(minimal)].map(([name, content]) => [name, content.toString()]));
    for (const [name, text] of files) files.set(name, `\uFEFF${text.replaceAll("\n", "\r\n")}`);
    expect(readZoneFrom(files)).toHaveProperty("zone");
  });

  test("gives every stack an id of its own, also for an account called as a platform stack is", () => {
    const ids = stacksOf(loadZone(sample)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(["network", "network-account", "orders-dev", "orders-dev-orders"]));
  });
});

test("a zone of 1,000 accounts loads, and each of its networks would fit", () => {
  const files = new Map([...readDirectory(sample)].map(([name, content]) => [name, content.toString()]));
  const zone = files.get("landing-zone.yaml") ?? "";
  files.set("landing-zone.yaml", zone.replace("network:\n", "network:\n  routingStacks: per-domain\n"));
  const template = files.get("accounts/orders-dev.yaml") ?? "";
  for (let index = 0; index < 1000; index++) {
    files.set(
      `accounts/team-${index}.yaml`,
      template.replace("name: orders-dev", `name: team-${index}`).replace("prefixLength: 22", "prefixLength: 24"),
    );
  }
  const result = readZoneFrom(files);
  expect("zone" in result && result.zone.accounts.length).toBe(1014);
}, 180_000);

describe("a zone with problems", () => {
  test("throws one typed error that holds them all, in the order of files and lines", () => {
    const zone = join(scratch, "two");
    mkdirSync(join(zone, "accounts"), { recursive: true });
    writeFileSync(join(zone, "accounts/a.yaml"), "name: A\nrolle: network\n");
    writeFileSync(join(zone, "landing-zone.yaml"), "nmae: x\n");
    const load = (): unknown => loadZone(zone);
    expect(load).toThrow(DeclarationError);
    const result = readZone(zone);
    const problems = "problems" in result ? result.problems : [];
    expect(problems.map(({ file, line, code }) => `${file.replace(`${zone}/`, "")}:${line} ${code}`)).toEqual([
      "accounts/a.yaml:1 LF1202",
      "accounts/a.yaml:1 LF1202",
      "accounts/a.yaml:1 LF1210",
      "accounts/a.yaml:2 LF1201",
      "landing-zone.yaml:1 LF1201",
      ...Array<string>(5).fill("landing-zone.yaml:1 LF1202"),
    ]);
    expect(load).toThrow(problems.map(formatProblem).join("\n"));
  });

  test("reports what is wrong in every file at once, also across files beside a wrong key", () => {
    const lines = linesWithout((files) => {
      const edit = (name: string, from: string, to: string): unknown =>
        files.set(name, String(files.get(name)).replace(from, to));
      edit("landing-zone.yaml", "lockDays: 30", "lockDays: many");
      edit("accounts/shop.yaml", "monthlyUsd: 10", "monthlyUsd: -1");
      edit("accounts/shop.yaml", "domain: live", "domain: prod");
      edit("accounts/wires.yaml", "organizationalUnit: core", "organizationalUnit: kore");
    });
    expect(lines).toEqual([
      "accounts/shop.yaml:4:20 LF1501 the route domain prod is not declared; declared: live, test",
      "accounts/shop.yaml:10:23 LF1206 -1 is out of range; it must be more than 0",
      "accounts/wires.yaml:3:21 LF1403 the organizational unit kore is not declared; did you mean core?",
      'landing-zone.yaml:21:13 LF1203 expected a number, found the text "many"',
    ]);
  });

  test("does not guess about what a wrong key hides", () => {
    const lines = linesWithout((files) =>
      files.set("accounts/wires.yaml", String(files.get("accounts/wires.yaml")).replace("role: network", "role: 7")),
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("accounts/wires.yaml:2:7 LF1205");
  });

  test.each(["accounts/shop.yaml", "policies/no-gpu.json"])(
    "survives brackets that exhaust the parser in %s",
    (name) => {
      const lines = linesWithout((files) => files.set(name, `{"a": ${"[".repeat(50_000)}${"]".repeat(50_000)}}`));
      expect(lines).toEqual([expect.stringMatching(/ LF1109 keys and lists are nested more than 32 deep$/)]);
    },
  );

  test("says so when the directory is not there", () => {
    expect(readZone("no-such-zone")).toEqual({
      problems: [
        {
          file: "no-such-zone",
          line: 1,
          column: 1,
          code: "LF1001",
          message:
            "the zone's directory cannot be read: no such file or directory; " +
            "`landfall init` starts a project with one, `--zone DIR` names one elsewhere",
        },
      ],
    });
  });

  test("names files as an editor opens them: from the working directory when the zone lies below it", () => {
    const empty = join(scratch, "empty");
    mkdirSync(empty);
    const result = readZone(empty);
    expect("problems" in result && result.problems.map(({ file }) => file)).toContain(`${empty}/landing-zone.yaml`);
    const missing = readZone(join(process.cwd(), "no-such-zone"));
    expect("problems" in missing && missing.problems[0]?.file).toBe("no-such-zone");
  });

  test("with a directory or a dangling link where a file should be is told so", () => {
    const zone = join(scratch, "folders");
    mkdirSync(join(zone, "accounts/a.yaml"), { recursive: true });
    mkdirSync(join(zone, "landing-zone.yaml"));
    const result = readZone(zone);
    const messages = "problems" in result ? result.problems.map(({ code, message }) => `${code} ${message}`) : [];
    expect(messages).toEqual(["LF1003 cannot be read: is a directory", "LF1003 cannot be read: is a directory"]);
  });
});
