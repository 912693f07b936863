import { beforeAll, describe, expect, test } from "@jest/globals";
import { ledgerText } from "../../workloads/database/ledger-stack";
import { testStacks, type ZoneStack } from "../synthesise-zones";
import { type Checked, type CheckovReport, runCheckov } from "./run-checkov";
import { ofEachShape } from "./shapes";
import { suppressed } from "./suppressed";

/** Checked with the zone's stacks, so that Checkov starts once: what it must not let pass. */
const seeded = {
  provider: { aws: [{ region: "eu-west-1" }] },
  resource: {
    aws_security_group: {
      seeded: {
        name: "seeded",
        ingress: [{ from_port: 22, to_port: 22, protocol: "tcp", cidr_blocks: ["0.0.0.0/0"] }],
      },
    },
    aws_iam_policy: {
      seeded: {
        policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }),
      },
    },
    aws_cloudtrail: { seeded: { name: "seeded", s3_bucket_name: "seeded" } },
  },
};

describe("Checkov over the sample zone", () => {
  let stacks: readonly ZoneStack[];
  let shapes: ReadonlyMap<string, string>;
  let report: CheckovReport;
  beforeAll(async () => {
    const ledger: ZoneStack = { zone: "sample", id: "ledger", kind: "service", json: ledgerText("vpc-1") };
    stacks = [...testStacks().filter(({ zone }) => zone === "sample"), ledger];
    shapes = ofEachShape(stacks);
    report = await runCheckov(new Map([...shapes, ["seeded", JSON.stringify(seeded)]]));
  }, 900_000);

  const ofZone = (checked: readonly Checked[]) => checked.filter(({ stack }) => stack !== "seeded");
  const kindOf = (id: string) => stacks.find((stack) => stack.id === id)?.kind;
  const matches = (pattern: string, address: string): boolean =>
    new RegExp(`^${pattern.replace(/[.]/g, "\\.").replace(/\*/g, ".*")}$`).test(address);

  test("no check fails but those suppressed with a reason", () => {
    const left = ofZone(report.failed).filter(
      ({ check, stack, address }) =>
        !suppressed.some(
          (row) =>
            row.check === check &&
            row.stacks.some((kind) => kind === kindOf(stack)) &&
            row.addresses.some((pattern) => matches(pattern, address)),
        ),
    );
    expect(left).toEqual([]);
  });

  test("every suppression suppresses something, in each kind of stack and at each address it names", () => {
    const fails = (check: string, more: (found: Checked) => boolean): boolean =>
      ofZone(report.failed).some((found) => found.check === check && more(found));
    const stale = suppressed.flatMap(({ check, stacks: kinds, addresses }) => [
      ...kinds
        .filter(
          (kind) =>
            !fails(
              check,
              (found) => kindOf(found.stack) === kind && addresses.some((each) => matches(each, found.address)),
            ),
        )
        .map((kind) => `${check} ${kind}`),
      ...addresses
        .filter(
          (each) =>
            !fails(
              check,
              (found) => matches(each, found.address) && kinds.some((kind) => kind === kindOf(found.stack)),
            ),
        )
        .map((each) => `${check} ${each}`),
    ]);
    expect(stale).toEqual([]);
  });

  test("every stack was read, of every kind the zone has, and hundreds of checks passed", () => {
    expect(report.unread).toBe(0);
    const checked = new Set([...report.passed, ...report.failed].map(({ stack }) => stack));
    // No check of Checkov looks at what is in these.
    const unchecked = [...shapes.keys()].filter((id) => !checked.has(id)).map(kindOf);
    expect(unchecked.filter((kind) => kind !== "routing" && kind !== "org")).toEqual([]);
    expect([...new Set([...shapes.keys()].map(kindOf))].sort()).toEqual(
      [...new Set(stacks.map(({ kind }) => kind))].sort(),
    );
    const resources = new Set(
      ofZone([...report.passed, ...report.failed]).map(({ stack, address }) => `${stack} ${address}`),
    );
    expect(resources.size).toBeGreaterThan(100);
    expect(ofZone(report.passed).length).toBeGreaterThan(300);
  });

  test("what is seeded is found, where it stands", () => {
    const found = report.failed
      .filter(({ stack }) => stack === "seeded")
      .map(({ check, address }) => `${check} ${address}`);
    expect(found).toEqual(
      expect.arrayContaining([
        "CKV_AWS_24 aws_security_group.seeded",
        "CKV_AWS_62 aws_iam_policy.seeded",
        "CKV_AWS_35 aws_cloudtrail.seeded",
      ]),
    );
  });

  test("Checkov asks nobody", () => {
    expect(report.connections).toBe(0);
  });
});
