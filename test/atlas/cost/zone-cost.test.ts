import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { featurePrices } from "../../../atlas/cost/feature-prices";
import { featureCosts } from "../../../atlas/cost/features";
import { priceRows } from "../../../atlas/cost/prices";
import { resourcesOf } from "../../../atlas/cost/resource";
import type { ZoneCost } from "../../../atlas/cost/zone-cost";
import { features } from "../../network/features/features";
import { organizationFeatures } from "../../org/features/features";
import { securityFeatures } from "../../security/features/features";
import { synthesisedZones, type ZoneStack } from "../../synth/synthesise-zones";
import { type SheetLine, sheets } from "./sheets";
import { costOfTestZone } from "./zone-costs";

const root = resolve(__dirname, "../../..");

let stacks: readonly ZoneStack[];
let costs: ReadonlyMap<string, ZoneCost>;
beforeAll(() => {
  stacks = synthesisedZones();
  costs = new Map(sheets.map(({ zone }) => [zone, costOfTestZone(zone, stacks)]));
}, 600_000);

function costOf(zone: string): ZoneCost {
  const found = costs.get(zone);
  if (found === undefined) throw new Error(`no sheet is of ${zone}`);
  return found;
}

/** A cost as a sheet has it: what is the same in one stack together. */
function asSheet({ lines }: ZoneCost): readonly SheetLine[] {
  const found = new Map<string, SheetLine>();
  for (const { stack, what, units, monthlyUsd } of lines) {
    const [, , before, sum] = found.get(`${stack} ${what}`) ?? [stack, what, 0, 0];
    found.set(`${stack} ${what}`, [stack, what, before + units, Math.round((sum + monthlyUsd) * 1e4) / 1e4]);
  }
  return [...found.values()];
}

const sorted = (lines: readonly SheetLine[]): readonly SheetLine[] =>
  [...lines].sort((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1));

describe("what a zone costs is what one reckons by hand", () => {
  test.each(sheets)("$zone, line by line", ({ zone, lines, monthlyUsd }) => {
    const cost = costOf(zone);
    expect(sorted(asSheet(cost))).toEqual(sorted(lines));
    expect(cost.monthlyUsd).toBe(monthlyUsd);
    expect(cost.unpriced).toEqual([]);
  });

  test.each(sheets)("$zone: accounts, their stacks and features each come to the sum", ({ zone, monthlyUsd }) => {
    const { accounts, features: byFeature } = costOf(zone);
    const total = (all: readonly { readonly monthlyUsd: number }[]): number =>
      all.reduce((sum, each) => sum + each.monthlyUsd, 0);
    expect(total(accounts)).toBeCloseTo(monthlyUsd, 6);
    expect(total(byFeature)).toBeCloseTo(monthlyUsd, 6);
    expect(total(accounts.flatMap(({ stacks }) => stacks))).toBeCloseTo(monthlyUsd, 6);
    expect(total(accounts.flatMap((account) => account.features))).toBeCloseTo(monthlyUsd, 6);
  });

  test("an attachment is paid by the account whose VPC it attaches, the hub by nobody", () => {
    const paid = costOf("minimal").lines.filter(({ what }) => what === "Transit Gateway attachment");
    expect(paid.map(({ account }) => account).sort()).toEqual(["shop", "wires"]);
  });
});

describe("the table of prices", () => {
  const declarable = ["org", "network", "security", "accounts", "workloads", "stack"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .flatMap((path) => [
        ...readFileSync(join(root, folder, path), "utf8").matchAll(/provider-aws\/lib\/([a-z0-9-]+)/g),
      ])
      .map(([, module = ""]) => `aws_${module.replaceAll("-", "_")}`)
      .filter((type) => type !== "aws_provider" && !type.startsWith("aws_data_")),
  );

  test("has a row for every type that a stack can be built of", () => {
    expect(declarable.length).toBeGreaterThan(100);
    expect([...new Set(declarable)].filter((type) => !priceRows.has(type))).toEqual([]);
  });

  test("has a row for every resource of every test zone", () => {
    const types = stacks.flatMap(({ json }) => resourcesOf(json).map(({ type }) => type));
    expect([...new Set(types)].filter((type) => !priceRows.has(type))).toEqual([]);
  });

  test("says of every row what it costs or why it costs nothing, and a type is in one row", () => {
    const rows = [...new Set(priceRows.values())];
    for (const { types, idle = [], usage = [], free } of rows)
      expect([types, idle.length + usage.length > 0 || free !== undefined]).toEqual([types, true]);
    expect(rows.flatMap(({ types }) => types)).toHaveLength(priceRows.size);
  });

  test("names the page of AWS of every price, and of every one whether somebody read it", () => {
    const quotes = [...priceRows.values()].flatMap(({ idle = [], usage = [] }) =>
      [...idle, ...usage].flatMap((each) => each.quotes),
    );
    const unsourced = quotes.filter(
      ({ source }) =>
        !/^.+, https:\/\/aws\.amazon\.com\/\S+\/(; from .+|, as known 2026-\d\d-\d\d, not fetched)$/.test(source),
    );
    expect(unsourced).toEqual([]);
  });
});

describe("the prices of features", () => {
  const names = [...features, ...organizationFeatures, ...securityFeatures].map(({ name }) => name);

  test("are of features of docs/features.md, each once", () => {
    const priced = featureCosts.map(({ feature }) => feature);
    expect(priced.filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(priced).size).toBe(priced.length);
  });

  /** As the test zones declare them, which is the smallest way. */
  test.each<[string, string]>([
    ["everything", "Central egress, NAT gateways"],
    ["everything", "Inspection VPC with AWS Network Firewall"],
    ["everything", "Central interface endpoints and their private zones"],
    ["everything", "Shared VPCs, subnets given by RAM"],
    ["everything", "Site-to-site VPN"],
    ["everything", "Direct Connect gateways"],
    ["everything", "A private zone that every VPC resolves"],
    ["everything", "Resolver endpoints and forward rules"],
    ["everything", "DNS firewall"],
    ["everything", "Role for emergencies, with an alarm on its use"],
    ["everything", "Alarms of the CIS benchmark"],
    ["everything", "Findings to people, by severity"],
    ["birch", "A copy of the logs in a second region"],
  ])("in %s are what the zone pays: %s", (zone, name) => {
    const paid = costOf(zone).features.find((each) => each.name === name)?.monthlyUsd;
    expect(paid).toBeGreaterThan(0);
    expect(featurePrices("eu-west-1").find(({ feature }) => feature === name)?.monthlyUsd).toBe(paid);
  });

  test("are known in the three regions of the table, and no price of one region is another's", () => {
    for (const region of ["eu-west-1", "eu-central-1", "us-east-1"])
      expect(featurePrices(region).filter(({ monthlyUsd }) => monthlyUsd === undefined)).toEqual([]);
    const unknown = featurePrices("ap-south-1").find(({ feature }) => feature === "Central egress, NAT gateways");
    expect(unknown?.monthlyUsd).toBeUndefined();
  });

  test("cover what costs 20 USD or more: nothing of it is on unless declared, but a VPC's attachment", () => {
    const always = featurePrices("eu-west-1").filter(({ optional, monthlyUsd = 0 }) => !optional && monthlyUsd > 20);
    expect(always.map(({ feature }) => feature)).toEqual(["Transit Gateway hub, shared by RAM"]);
  });
});
