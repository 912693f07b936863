import { createHash } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { controls } from "../../../audit/evidence/controls";
import { evidenceFiles } from "../../../audit/evidence/evidence";
import type { AuditReport } from "../../../audit/report/report";
import { isCatalogueGuardrail } from "../../../declaration/guardrail-names";
import { loadUniverse } from "../../../engine/universe/load-universe";
import { actionsOfTypes } from "../../../audit/lockout/actions";

const report = {
  organization: "acme",
  universe: { version: "1", date: "2026-01-01", actions: loadUniverse().actions.length },
  verdict: { clean: false, sentence: "one claim does not hold" },
  claims: [
    { guardrail: "protect-trail", claim: "trail-stays", sentence: "The trail stays.", outcome: "proved", accounts: 9 },
    {
      guardrail: "deny-marketplace",
      claim: "nothing-bought",
      sentence: "Nothing is bought.",
      outcome: "refuted",
      accounts: 1,
    },
  ],
  findings: [{ rule: "dead-statement", severity: "note", message: "Nothing.", where: {} }],
} as unknown as AuditReport;

const files = evidenceFiles({
  date: "2026-11-30T08:00:00.000Z",
  version: "0.1.0",
  declaration: new Map([["landing-zone.yaml", "organization: {}\n"]]),
  policies: new Map([["acme-root-1", { document: '{"Version":"2012-10-17","Statement":[]}', attachedTo: ["root"] }]]),
  stacks: new Map([["trail", JSON.stringify({ resource: { aws_cloudtrail: { organization: { name: "acme" } } } })]]),
  report,
});
const read = (name: string) => JSON.parse(files.get(name) ?? "null");

describe("an archive of evidence", () => {
  test("holds declaration, policies, configuration, claims and findings", () => {
    expect([...files.keys()].sort()).toEqual([
      "claims.json",
      "configuration/trail.tf.json",
      "controls.json",
      "declaration/landing-zone.yaml",
      "findings.json",
      "manifest.json",
      "policies/acme-root-1.json",
    ]);
    expect(read("policies/acme-root-1.json")).toMatchObject({ attachedTo: ["root"], document: { Statement: [] } });
    expect(read("findings.json")).toEqual(report.findings);
  });

  test("has a dated manifest by which a changed file is found out", () => {
    const manifest = read("manifest.json");
    expect(manifest).toMatchObject({ organization: "acme", date: "2026-11-30T08:00:00.000Z" });
    for (const { file, sha256 } of manifest.files)
      expect(
        createHash("sha256")
          .update(files.get(file) ?? "")
          .digest("hex"),
      ).toBe(sha256);
    expect(manifest.files).toHaveLength(files.size - 1);
  });

  test("says for a control which claims bear on it, proved or not, and which resources", () => {
    const logging = read("controls.json").find(({ id }: { id: string }) => id === "A.8.15");
    expect(logging).toMatchObject({
      framework: "ISO/IEC 27001:2022",
      claims: [{ guardrail: "protect-trail", outcome: "proved", accounts: 9 }],
      configuration: { "configuration/trail.tf.json": ["aws_cloudtrail.organization"] },
    });
  });
});

test("controls name guardrails of the catalogue, and types that stacks have", () => {
  const named = controls.flatMap(({ guardrails = [] }) => guardrails);
  expect(named.filter((name) => !isCatalogueGuardrail(name))).toEqual([]);
  const types = controls.flatMap(({ resources = [] }) => resources);
  expect(types.filter((type) => actionsOfTypes[type] === undefined)).toEqual([]);
});
