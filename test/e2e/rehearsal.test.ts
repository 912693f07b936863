import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { emulatorGaps } from "../../rehearsal/checks/emulator-gaps";
import { attack } from "./attack/attack";
import { asynchronousEdge } from "./asynchronous-edge";
import { accountLife } from "./account-life";
import { contractsKept } from "./contracts/contracts-kept";
import { ejected } from "./ejected";
import { hotReload } from "./hot-reload";
import { isolationTried } from "./isolation";
import { keepRehearsal, type KeptRehearsal } from "./kept-rehearsal";
import { liveAudit } from "./live-audit";
import { observability } from "./patterns/observability";
import { purchases } from "./purchases";
import { serviceInRepositoryOfItsOwn } from "./service-alone";
import { storeKept } from "./store/store-kept";
import { type Rehearsed, rehearsalOptions, rehearsed } from "./rehearsed";

describe("the rehearsal of the sample", () => {
  let kept: KeptRehearsal | undefined;
  let result: Rehearsed;

  /** It is kept for what is tested on a deployed zone. */
  beforeAll(async () => {
    kept = await keepRehearsal(...rehearsalOptions("zone", "sample"));
    result = rehearsed("sample", kept.running.output());
  }, 2_700_000);

  afterAll(async () => {
    kept?.running.interrupt();
    await kept?.running.ended;
  }, 180_000);

  test("deploys every stack", () => {
    expect(result.report.deployment.stacks.filter((stack) => stack.status !== "done")).toEqual([]);
  });

  test("passes every check", () => {
    expect(result.report.checks.filter((check) => !check.ok)).toEqual([]);
    expect(result.output).toContain("checks passed");
  });

  test("has at least ten accounts and twenty stacks, and its figures are printed", () => {
    const { report, output } = result;
    expect(report.accounts).toBeGreaterThanOrEqual(10);
    expect(report.stacks).toBeGreaterThanOrEqual(20);
    expect(output).toContain(`${report.accounts} accounts, ${report.stacks} stacks, ${report.resources} resources`);
    console.log(JSON.stringify({ ...report.seconds, peakMemoryMiB: report.peakMemoryMiB, calls: report.awsCalls }));
  });

  test("each kind of check ran", () => {
    const names = result.report.checks.map((check) => check.name);
    const kinds = [
      "organization tree as declared",
      "every account reached by STS",
      "organisation trail and its bucket policy in place",
      "attachments associated as declared",
      "orders-dev API was asked",
      "orders-prod API was asked",
      "payments-dev API was asked",
      "payments-prod API was asked",
      "fulfilment-prod API was asked",
      "notifications-prod API was asked",
      "reports-prod API was asked",
      "a payment event is stored without a function, and answered at once",
      "a purchase is shipped by another account",
      "a purchase that the provider did not sign is no order",
      "a service is deployed without calling another account",
      "every call was decided by the organisation's policies",
      "what was deployed is what AWS would get",
      "second plan of every stack shows no change",
    ];
    expect(kinds.filter((kind) => !names.includes(kind))).toEqual([]);
  });

  test("each service is asked to create, read, list, not find, refuse bad input and a wrong method", () => {
    const names = result.report.checks.map((check) => check.name).join("\n");
    for (const account of ["orders-dev", "orders-prod", "payments-dev", "payments-prod"]) {
      for (const behaviour of ["creates", "reads what", "lists", "does not find", "refuses a", "is not allowed"]) {
        expect(names).toMatch(new RegExp(`${account} API: .*${behaviour}`));
      }
    }
  });

  test("the table of emulator gaps has at most fifteen entries, each with its evidence", () => {
    expect(emulatorGaps.length).toBeLessThanOrEqual(15);
    for (const gap of emulatorGaps) expect(gap.evidence.length).toBeGreaterThan(20);
  });

  const keptSample = (): KeptRehearsal => {
    if (kept === undefined) throw new Error("the sample is not kept");
    return kept;
  };
  asynchronousEdge(keptSample);
  storeKept(keptSample);
  observability(keptSample);
  isolationTried(keptSample);
  purchases(keptSample);
  contractsKept(keptSample);
  attack(keptSample);
  hotReload(keptSample);
  ejected(keptSample, ["orders-dev", "orders-dev-orders"]);
  serviceInRepositoryOfItsOwn(keptSample);
  accountLife(keptSample);
  liveAudit(keptSample);

  test("a kept rehearsal ends with Ctrl-C, by the result of its checks", async () => {
    kept?.running.interrupt();
    expect((await kept?.running.ended)?.code).toBe(0);
  }, 180_000);
});
