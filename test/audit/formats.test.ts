import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { auditOf } from "../../audit/audit-of";
import { asJson } from "../../audit/report/json";
import { asMarkdown } from "../../audit/report/markdown";
import { commentLimit } from "../../audit/report/markdown-text";
import { actionStandings, serviceStanding } from "../../audit/report/matrix-cells";
import type { AuditReport } from "../../audit/report/report";
import { asText } from "../../audit/report/text";
import { loadUniverse } from "../../engine/universe/load-universe";
import { sample } from "../fixtures/zones";
import { sampleReport } from "./sample-report";
import { claimOf, own, zoneOf } from "./zone-of";

const universe = loadUniverse();
const ofSample = auditOf({ zone: sample, universe });
const place = { file: "zone/landing-zone.yaml", line: 70, column: 3 };

/** With a claim proved, one refuted, one vacuous, and a finding. */
const ofMistakes = auditOf(
  {
    zone: zoneOf(
      own(
        "a",
        { Effect: "Deny", Action: "s3:PutObject", Resource: "*", Condition: { Null: { "aws:SourceVpc": "true" } } },
        [claimOf(["s3:PutObject"])],
      ),
      own("b", { Effect: "Deny", Action: ["s3:GetObject", "s3:ListBucket"], Resource: "*" }, [
        claimOf(["s3:GetObject"]),
        { ...claimOf(["s3:GetObjekt"]), id: "misspelt" },
      ]),
    ),
    universe,
  },
  { placeOf: () => place },
);

describe("the JSON of a report", () => {
  const ajv = new Ajv2020({ allErrors: true, strictTuples: false });
  addFormats(ajv);
  const schema = JSON.parse(readFileSync(join(__dirname, "../../schemas/audit-report.json"), "utf8")) as object;
  const validate = ajv.compile(schema);
  const problems = (value: unknown): unknown => (validate(value) ? [] : validate.errors);

  test.each([
    ["the sample zone", ofSample],
    ["a zone with mistakes", ofMistakes],
    ["made-up accounts", sampleReport()],
  ])("passes its schema: %s", (_, report: AuditReport) => {
    expect(problems(JSON.parse(asJson(report)))).toEqual([]);
  });

  test("does not pass with a part left out, another added, or an outcome that does not exist", () => {
    const without = { ...(JSON.parse(asJson(ofSample)) as object), verdict: undefined };
    expect(problems(JSON.parse(JSON.stringify(without)))).not.toEqual([]);
    expect(problems({ ...JSON.parse(asJson(ofSample)), more: 1 })).not.toEqual([]);
    expect(asJson(ofMistakes)).toContain(`"outcome": "refuted"`);
    expect(problems(JSON.parse(asJson(ofMistakes).replaceAll(`"refuted"`, `"wrong"`)))).not.toEqual([]);
  });
});

describe("the verdict", () => {
  test("comes first, and counts", () => {
    expect(ofMistakes.verdict).toEqual({
      clean: false,
      sentence: "Findings: 1 of 3 claims proved, 1 refuted, 1 vacuous, 2 warnings.",
    });
    expect(asText(ofMistakes).split("\n")[0]).toBe(ofMistakes.verdict.sentence);
    expect(asMarkdown(ofMistakes).split("\n")[2]).toBe(`**${ofMistakes.verdict.sentence}**`);
  });

  test("is clean for the sample zone, whose one vacuous claim waits for an account", () => {
    expect(ofSample.verdict.clean).toBe(true);
    expect(ofSample.findings.filter(({ severity }) => severity !== "note")).toEqual([]);
  });

  test("names the version and the date of what is known of AWS", () => {
    for (const shown of [asText(ofSample), asMarkdown(ofSample)]) {
      expect(shown).toContain(`as of ${universe.date} (iam-data ${universe.version})`);
    }
  });
});

describe("the matrix", () => {
  const { matrix } = ofMistakes;
  const s3 = matrix.services.findIndex(({ prefix }) => prefix === "s3");
  const inWords = (account: string, action: string): string | undefined => {
    const group = matrix.accounts.find(({ name }) => name === account)?.group ?? -1;
    const index = matrix.services[s3]?.actions.indexOf(action) ?? -1;
    return matrix.standings[actionStandings(matrix, group, s3)[index] ?? -1];
  };

  test("says of each action whether it is allowed, denied, or when", () => {
    expect(inWords("orders-dev", "GetObject")).toBe("denied");
    expect(inWords("orders-dev", "DeleteObject")).toBe("allowed");
    expect(inWords("orders-dev", "PutObject")).toMatch(/aws:SourceVpc/);
    expect(inWords("network", "GetObject")).toBe("allowed");
  });

  test("calls a service conditional when its actions differ", () => {
    const groupOf = (account: string): number => matrix.accounts.find(({ name }) => name === account)?.group ?? -1;
    expect(serviceStanding(matrix, groupOf("orders-dev"), s3)).toBe("conditional");
    expect(serviceStanding(matrix, groupOf("management"), s3)).toBe("allowed");
  });

  test("has every action of the universe for every account", () => {
    const count = ofSample.matrix.services.reduce((sum, { actions }) => sum + actions.length, 0);
    expect(count).toBe(universe.actions.length);
    expect(ofSample.matrix.accounts.map(({ name }) => name)).toEqual(sample.accounts.map(({ name }) => name));
  });
});

describe("text", () => {
  test("shows a refuted claim with its request and its escape before those that hold", () => {
    const text = asText(ofMistakes);
    expect(text).toMatch(/Not proved\n {2}refuted a\/claimed: It is claimed\./);
    expect(text).toMatch(/allowed: s3:PutObject on arn:aws:s3:.* with aws:SourceVpc=/);
    expect(text.indexOf("Not proved")).toBeLessThan(text.indexOf("Claims"));
  });
});

describe("Markdown", () => {
  test("fits into a comment of a pull request whatever there is to say", () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({
      ...sampleReport().claims[1],
      claim: `claim-${index}`,
    })) as AuditReport["claims"];
    const markdown = asMarkdown({ ...sampleReport(1000), claims: many });
    expect(markdown.length).toBeLessThan(65_536);
    expect(markdown.length).toBeGreaterThan(commentLimit / 2);
    expect(markdown).toMatch(/parts did not fit into a comment/);
  });

  test("shows hostile words as words", () => {
    const sentence = "</details><script>x</script> [a](b) | `code` @everyone";
    const markdown = asMarkdown(sampleReport(3, sentence));
    expect(markdown).not.toContain("<script>");
    expect(markdown).not.toContain("@everyone");
    expect(markdown).not.toContain("](b)");
    expect(markdown.match(/<\/details>/g)).toHaveLength(2);
  });
});
