import { describe, expect, test } from "@jest/globals";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";
import { asSarif } from "../../audit/report/sarif";
import type { AuditReport } from "../../audit/report/report";
import { sampleReport } from "./sample-report";

interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: object };
      }[];
    }[];
  }[];
}

/** The schema says draft-04 and uses nothing of it that draft-07 reads otherwise, but for the name of its id. */
const plain = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== "$schema" && key !== "id"));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(plain);

function problems(text: string): unknown {
  return validate(JSON.parse(text)) ? [] : validate.errors;
}

describe("SARIF of a report", () => {
  const text = asSarif(sampleReport(), "1.2.3");
  const [run] = (JSON.parse(text) as Log).runs;

  test("passes the schema of SARIF 2.1.0", () => {
    expect(problems(text)).toEqual([]);
    expect(problems(asSarif({ ...sampleReport(), claims: [], findings: [] }, "1.2.3"))).toEqual([]);
  });

  test("would not pass with a level or a line that does not exist", () => {
    expect(problems(text.replaceAll(`"level": "error"`, `"level": "fatal"`))).not.toEqual([]);
    expect(problems(text.replaceAll(`"startLine": 4`, `"startLine": 0`))).not.toEqual([]);
  });

  test("points at the line of the guardrail, in a URI", () => {
    expect(run?.results.map(({ locations }) => locations[0]?.physicalLocation)).toEqual([
      {
        artifactLocation: { uri: "zone/policies/our%20buckets.json", uriBaseId: "%SRCROOT%" },
        region: { startLine: 4, startColumn: 5 },
      },
      {
        artifactLocation: { uri: "zone/policies/our%20buckets.json", uriBaseId: "%SRCROOT%" },
        region: { startLine: 7, startColumn: 9 },
      },
    ]);
  });

  test("holds what is wrong and nothing else, each result with its rule", () => {
    expect(run?.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ["refuted-claim", "error"],
      ["no-such-action", "warning"],
    ]);
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(run?.results[0]?.message.text).toContain("s3:PutObject on arn:aws:s3:::bucket/key");
  });

  test("has an undecided claim too", () => {
    const [first] = sampleReport().claims;
    const claims = [{ ...first, outcome: "undecided", why: "too many values" }] as AuditReport["claims"];
    const undecided = asSarif({ ...sampleReport(), claims }, "1.2.3");
    expect(problems(undecided)).toEqual([]);
    expect(undecided).toContain("undecided-claim");
  });
});
