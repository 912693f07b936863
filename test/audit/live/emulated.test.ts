import { resolve } from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import type { AuditReport } from "../../../audit/report/report";
import { compareLive } from "../../../audit/live/live-findings";
import type { LandingZone } from "../../../declaration/model";
import { loadZone } from "../../../declaration/load";
import { loadUniverse } from "../../../engine/universe/load-universe";
import { readLiveGuardrails } from "../../../live/live-guardrails";
import { captured } from "../../cli/captured";
import { type Emulated, type Organization, region, startEmulated } from "../../rehearsal/organizations/emulated";
import { changeByHand, eightDifferences, makePolicies, makeTree } from "./by-hand";

const directory = resolve(__dirname, "../../../zone");
const universe = loadUniverse();
const declared = loadZone(directory);

let emulated: Emulated;
let organization: Organization;
let zone: LandingZone;

const read = () => readLiveGuardrails({ region, environment: process.env });
const live = async (): Promise<{ readonly code: number; readonly report: AuditReport }> => {
  const { code, stdout, stderr } = await captured("audit", "--live", "--json", "--zone", directory);
  expect(stderr).toBe("");
  return { code, report: JSON.parse(stdout) };
};

beforeAll(async () => {
  emulated = await startEmulated();
  organization = await emulated.organization();
  jest.replaceProperty(process, "env", {
    ...process.env,
    AWS_ENDPOINT_URL: emulated.endpointUrl,
    AWS_ACCESS_KEY_ID: organization.management,
    AWS_SECRET_ACCESS_KEY: "x",
  });
  await makeTree(organization, declared);
  zone = compareLive(declared, await read(), universe).zone;
  await makePolicies(organization, zone);
}, 360_000);

afterAll(async () => {
  jest.restoreAllMocks();
  await emulated?.close();
});

test("an organisation as declared has no difference, and is only read", async () => {
  const calls = emulated.record().length;
  const { code, report } = await live();
  expect(report.findings.filter(({ severity }) => severity !== "note")).toEqual([]);
  expect(report.live).toMatchObject({ differences: 0, sentence: "The live organisation is as declared." });
  expect(code).toBe(0);
  const operations = emulated
    .record()
    .slice(calls)
    .map(({ operation }) => operation);
  expect(operations.length).toBeGreaterThan(20);
  expect(operations.filter((operation) => !/^(Describe|Get|List)/.test(operation))).toEqual([]);
}, 360_000);

test("eight changes by hand are exactly eight differences, with what they newly allow and deny", async () => {
  await changeByHand(organization, zone, await read());
  const { code, report } = await live();
  expect(code).toBe(1);
  const found = report.findings.filter(({ rule }) => rule.startsWith("live-"));
  expect(found.map(({ rule, where }) => [rule, where.subject]).sort()).toEqual([...eightDifferences].sort());
  expect(report.live?.differences).toBe(8);
  const opened = (rule: string): readonly string[] =>
    (found.find((finding) => finding.rule === rule)?.changes ?? []).flatMap(({ accounts, changes }) =>
      changes.some(({ newlyAllowed }) => newlyAllowed !== undefined) ? accounts : [],
    );
  const prod = ["fulfilment-prod", "notifications-prod", "orders-prod", "payments-prod", "reports-prod"];
  const workloads = ["fulfilment-dev", "orders-dev", "payments-dev", ...prod].sort();
  expect([...opened("live-policy-detached")].sort()).toEqual(workloads);
  expect([...opened("live-policy-edited")].sort()).toEqual(prod);
  expect(opened("live-full-access-detached")).toEqual([]);
  expect(opened("live-policy-type-disabled").length).toBeGreaterThan(5);
}, 360_000);

test("IAM's simulator is not there locally, which is said and changes no verdict", async () => {
  const { stdout } = await captured("audit", "--check-with-aws", "--json", "--zone", directory);
  const report = JSON.parse(stdout) as AuditReport;
  expect(report.findings).toContainEqual(expect.objectContaining({ rule: "simulator-not-asked", severity: "note" }));
}, 360_000);
