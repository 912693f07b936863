import { describe, expect, test } from "@jest/globals";
import { all, deniedBy, not, requests } from "../../../engine/symbolic/build";
import { witness } from "../../../engine/symbolic/witness";
import { catalogue } from "../../../policies/catalogue";
import { type Guardrail, type GuardrailOptions, noOptions } from "../../../policies/guardrail";
import { sample } from "../../fixtures/zones";
import { audited, classesOf, domainFor, policyOf } from "./audited";

const exempting: GuardrailOptions = { exemptRoles: ["break-glass"] };
const proved = { outcome: "proved" };

/** Ids of the claims that are refuted when only these statements bind. */
function refuted({ kind, claims }: Guardrail, statements: ReturnType<Guardrail["statements"]>): readonly string[] {
  const policy =
    statements.length === 0 ? { version: "2012-10-17" as const, statements: [] } : policyOf(kind, statements);
  const { proofs } = audited(kind, policy, claims({ zone: sample, options: noOptions }));
  return [...proofs].filter(([, { outcome }]) => outcome === "refuted").map(([id]) => id);
}

describe.each(catalogue)("$name", (guardrail) => {
  const { kind, exemptions } = guardrail;

  test.each([
    ["as it is", noOptions],
    ["with a role exempt", exempting],
  ])("%s, does all that it claims and denies no more", (_, options) => {
    const context = { zone: sample, options };
    const claims = guardrail.claims(context);
    const { proofs, excess } = audited(kind, policyOf(kind, guardrail.statements(context)), claims);
    expect(Object.fromEntries(proofs)).toEqual(Object.fromEntries(claims.map(({ id }) => [id, proved])));
    expect(excess).toEqual([]);
  });

  test("has no statement that no claim would miss, and no claim that no statement keeps", () => {
    const context = { zone: sample, options: noOptions };
    const statements = guardrail.statements(context);
    const missed = statements.map((deleted) =>
      refuted(
        guardrail,
        statements.filter((each) => each !== deleted),
      ),
    );
    expect(missed.filter((ids) => ids.length === 0)).toEqual([]);
    expect([...new Set(missed.flat())].sort()).toEqual(
      guardrail
        .claims(context)
        .map(({ id }) => id)
        .sort(),
    );
  });

  test(`lets ${exemptions === "nobody" ? "nobody" : "the roles that the zone exempts"} through`, () => {
    const policy = policyOf(kind, guardrail.statements({ zone: sample, options: exempting }));
    const unexempt = policyOf(kind, guardrail.statements({ zone: sample, options: noOptions }));
    const byExempt = requests({ when: { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/break-glass" } } });
    const domainOf = domainFor(kind);
    const letThrough = classesOf([policy, unexempt], []).filter(({ representative: { name }, representative }) => {
      const [before, after] = [deniedBy(unexempt, name), deniedBy(policy, name)];
      return witness(all([before, not(after), byExempt]), name, domainOf(representative)) !== undefined;
    });
    expect(letThrough.length > 0).toBe(exemptions !== "nobody");
  });
});
