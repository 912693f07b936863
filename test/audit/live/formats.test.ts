import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { auditFormats } from "../../../audit/formats";
import { compareLive } from "../../../audit/live/live-findings";
import type { AuditReport } from "../../../audit/report/report";
import { loadUniverse } from "../../../engine/universe/load-universe";
import { sample } from "../../fixtures/zones";
import { sampleReport } from "../sample-report";
import { denyQueues } from "./by-hand";
import { organisationOf, withPolicies } from "./organisation";

const live = withPolicies(organisationOf(sample), (policy) => {
  if (policy.name === "acme-workloads/prod-1") return { ...policy, content: denyQueues };
  return policy.name === "acme-suspended-1" ? { ...policy, targets: [] } : policy;
});
const { findings, summary } = compareLive(sample, live, loadUniverse());
const report: AuditReport = { ...sampleReport(), findings: [...sampleReport().findings, ...findings], live: summary };

describe("a report with live differences", () => {
  test("passes the schema as JSON", () => {
    const ajv = new Ajv2020({ allErrors: true, strictTuples: false });
    addFormats(ajv);
    const validate = ajv.compile(
      JSON.parse(readFileSync(join(__dirname, "../../../schemas/audit-report.json"), "utf8")) as object,
    );
    validate(JSON.parse(auditFormats.json(report)));
    expect(validate.errors ?? []).toEqual([]);
    validate({ ...JSON.parse(auditFormats.json(report)), live: { organization: "o-1" } });
    expect(validate.errors ?? []).not.toEqual([]);
  });

  test("has a section of its own as text, with what each newly allows and denies", () => {
    const text = auditFormats.text(report);
    const [others = "", section = ""] = text.split("Live differences\n");
    expect(others).toContain("no-such-action");
    expect(others).not.toContain("live-policy");
    expect(section).toMatch(/^ {2}The live organisation differs from the zone in 2 ways\. Requests become /);
    expect(section).toContain(
      "warning live-policy-detached: acme-suspended-1: it is not attached to the unit suspended; no request of any account is decided otherwise",
    );
    expect(section).toMatch(
      /error {3}live-policy-edited: .*\n +5 accounts: fulfilment-prod, [^\n]*, reports-prod\n +newly allowed: /,
    );
    expect(section).toMatch(/now denied: +sqs:SendMessage on arn:aws:sqs:/);
  });

  test.each(["markdown", "html", "sarif"] as const)("names every difference as %s", (format) => {
    const text = auditFormats[format](report, "1.0.0");
    for (const { rule } of findings) expect(text).toContain(rule);
  });

  test("has no such section when the organisation was not looked at", () => {
    expect(auditFormats.text(sampleReport())).not.toContain("Live differences");
    expect(auditFormats.markdown(sampleReport())).not.toContain("Live differences");
  });
});
