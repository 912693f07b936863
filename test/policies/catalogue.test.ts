import { describe, expect, test } from "@jest/globals";
import { catalogueGuardrails } from "../../declaration/guardrail-names";
import { catalogue } from "../../policies/catalogue";
import { noOptions } from "../../policies/guardrail";
import { govCloud, sample } from "../fixtures/zones";

describe("the guardrail catalogue", () => {
  test("holds exactly the names that a declaration may use", () => {
    expect(catalogue.map(({ name }) => name)).toEqual([...catalogueGuardrails]);
  });

  test("gives every statement a Sid of its own", () => {
    const sids = catalogue.flatMap((guardrail) =>
      guardrail.statements({ zone: sample, options: noOptions }).map(({ Sid }) => Sid),
    );
    expect(new Set(sids).size).toBe(sids.length);
  });

  test.each(catalogue)("$name says what it is for in a sentence", ({ intent }) => {
    expect(intent).toMatch(/^[A-Z].*\.$/);
    // Description of a policy: Organizations API Reference, CreatePolicy.
    expect(intent.length).toBeLessThanOrEqual(512);
  });

  test.each(catalogue)("$name names actions in one way and only denies", ({ statements }) => {
    for (const statement of statements({ zone: sample, options: noOptions })) {
      expect(statement.Effect).toBe("Deny");
      expect([statement.Action, statement.NotAction].filter((actions) => actions !== undefined)).toHaveLength(1);
    }
  });

  test.each(catalogue)("$name names the zone's partition and no other", ({ statements }) => {
    expect(JSON.stringify(statements({ zone: govCloud, options: noOptions }))).not.toContain("arn:aws:");
  });
});
