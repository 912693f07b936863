import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import type { AuditReport } from "../../audit/report/report";
import { captured } from "../cli/captured";

const directory = mkdtempSync(join(tmpdir(), "landfall-audit-"));
afterAll(() => rmSync(directory, { recursive: true }));

/** The sample zone with a policy of its own that forgets the missing key. */
function mistaken(): string {
  const zone = join(directory, "mistaken");
  if (existsSync(zone)) return zone;
  cpSync(join(__dirname, "../../zone"), zone, { recursive: true });
  mkdirSync(join(zone, "policies"), { recursive: true });
  const Condition = {
    StringNotEquals: { "aws:PrincipalTag/team": "orders" },
    Null: { "aws:PrincipalTag/team": "false" },
  };
  const Statement = [{ Sid: "OrdersAlone", Effect: "Deny", Action: "sqs:SendMessage", Resource: "*", Condition }];
  writeFileSync(join(zone, "policies", "orders-alone.json"), JSON.stringify({ Version: "2012-10-17", Statement }));
  const file = join(zone, "landing-zone.yaml");
  const claim = `[{ id: orders-alone, sentence: Nobody but the orders team sends., denied: { actions: ["sqs:SendMessage"], unless: [{ StringEquals: { "aws:PrincipalTag/team": orders } }] } }]`;
  const text = readFileSync(file, "utf8");
  writeFileSync(
    file,
    text.replace("guardrails:\n", `guardrails:\n  orders-alone:\n    attachTo: [workloads]\n    claims: ${claim}\n`),
  );
  return zone;
}

describe("landfall audit", () => {
  test("exits 0 and says so for a clean zone", async () => {
    const { code, stdout } = await captured("audit", "--zone", "zone");
    expect(stdout).toMatch(/^Clean: /);
    expect(code).toBe(0);
  }, 60_000);

  test("exits 1 and shows the request that escapes, and why, at the guardrail's line", async () => {
    const { code, stdout } = await captured("audit", "--zone", mistaken(), "--json");
    expect(code).toBe(1);
    const report = JSON.parse(stdout) as AuditReport;
    const refuted = report.claims.find(({ outcome }) => outcome === "refuted");
    expect(refuted).toMatchObject({ guardrail: "orders-alone", claim: "orders-alone", accounts: 8 });
    expect(refuted?.place?.file).toMatch(/mistaken\/landing-zone\.yaml$/);
    const [line = ""] = readFileSync(join(mistaken(), "landing-zone.yaml"), "utf8")
      .split("\n")
      .slice((refuted?.place?.line ?? 0) - 1);
    expect(line).toBe("  orders-alone:");
    const [refutation] = refuted?.refutations ?? [];
    expect(refutation?.request.action).toBe("sqs:SendMessage");
    expect(refutation?.request.context).not.toHaveProperty("aws:PrincipalTag/team");
    expect(refutation?.escape).toMatch(/^OrdersAlone: missing key: without aws:PrincipalTag\/team/);
  }, 60_000);

  test.each(["markdown", "sarif", "html"])(
    "writes %s to a file, whole, and the verdict to the terminal",
    async (format) => {
      const file = join(directory, `report.${format}`);
      const { code, stdout } = await captured("audit", "--zone", mistaken(), "--format", format, "-o", file);
      expect(code).toBe(1);
      expect(stdout).toMatch(/^Findings: .*1 refuted.*\n$/);
      expect(readFileSync(file, "utf8")).toContain("orders-alone");
    },
    60_000,
  );

  test.each([
    [["--account", "orders-dve"], /orders-dve; did you mean orders-dev\?/],
    [["--action", "s3:PutObjekt"], /did you mean s3:PutObject\?/],
    [["--format", "pdf"], /Allowed choices are text, json, markdown, html, sarif/],
    [["-o", join("no", "such", "directory", "file")], /cannot be written/],
  ])(
    "exits 2 for %j and says what there is",
    async (options, message) => {
      const { code, stderr } = await captured("audit", "--zone", "zone", ...options);
      expect(stderr).toMatch(message);
      expect(code).toBe(2);
    },
    60_000,
  );

  test("shows an account's answer for some actions alone", async () => {
    const { code, stdout } = await captured(
      "audit",
      "--zone",
      "zone",
      "--account",
      "orders-dev",
      "--action",
      "organizations:Leave*",
    );
    expect(code).toBe(0);
    expect(stdout).toContain("1 account, 1 action");
    expect(stdout).toMatch(/denied +organizations:LeaveOrganization/);
  }, 60_000);
});
