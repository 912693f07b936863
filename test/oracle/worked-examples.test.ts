import { describe, expect, it } from "@jest/globals";
import type { Case } from "./case";
import { conditionOperators } from "./examples/condition-operators";
import { elements } from "./examples/elements";
import type { Example, Row } from "./examples/example";
import { scpEvaluation } from "./examples/scp-evaluation";
import { scpExamples } from "./examples/scp-examples";
import { severalValues } from "./examples/several-values";
import { verdicts } from "./oracle";
import { answers } from "./product";

const examples: readonly Example[] = [
  ...conditionOperators,
  ...severalValues,
  ...elements,
  ...scpEvaluation,
  ...scpExamples,
];

function caseOf(example: Example, { action, resource, principal, context }: Row): Case {
  const request = { action, resource, context, ...(principal === undefined ? {} : { principal }) };
  return { path: example.path, requests: [request] };
}

describe.each(examples)("$page", (example) => {
  it.each(example.rows)("says: $says ($action)", (row) => {
    const subject = caseOf(example, row);
    const { explained, fast } = answers(subject);
    expect({ oracle: verdicts(subject), explained, fast }).toEqual({
      oracle: [row.verdict],
      explained: [row.verdict],
      fast: [row.verdict],
    });
  });
});

describe("the worked examples", () => {
  it("are more than 60 pages' sections and 200 outcomes, with every verdict among them", () => {
    const rows = examples.flatMap((example) => example.rows);
    expect(examples.length).toBeGreaterThan(60);
    expect(rows.length).toBeGreaterThan(200);
    expect(new Set(rows.map((row) => row.verdict))).toEqual(new Set(["allowed", "explicit-deny", "implicit-deny"]));
  });

  it("are of AWS's pages by distinct names", () => {
    expect(new Set(examples.map((example) => example.page)).size).toBe(examples.length);
  });
});
