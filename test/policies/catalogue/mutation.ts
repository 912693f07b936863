import type { Policy } from "../../../engine/policy/policy";
import { CannotTell } from "../../../engine/symbolic/cannot-tell";
import { deniedBy } from "../../../engine/symbolic/build";
import { equivalent } from "../../../engine/symbolic/is-empty";
import type { ActionFacts } from "../../../engine/universe/universe";
import { catalogue } from "../../../policies/catalogue";
import type { Claim } from "../../../policies/claim";
import { type Guardrail, type GuardrailOptions } from "../../../policies/guardrail";
import { sample } from "../../fixtures/zones";
import { audited, classesOf, domainFor, policyOf } from "./audited";
import { type Mutant, mutantsOf, type Way } from "./mutants";

/** One exemption, so that every exemption a guardrail takes is among what is broken. */
export const options: GuardrailOptions = { exemptRoles: ["break-glass"] };

export interface Broken extends Mutant {
  readonly guardrail: Guardrail;
}

export interface Outcome {
  readonly mutant: Broken;
  /**
   * `unreadable`: AWS would not take it. `same`: it decides every request as the guardrail does. `cannot-tell`: whether it does is not known.
   */
  readonly outcome: "unreadable" | "same" | "cannot-tell" | "caught" | "missed";
}

/** Every mutant of the catalogue for the sample zone. */
export function everyMutant(): readonly Broken[] {
  return catalogue.flatMap((guardrail) =>
    mutantsOf(guardrail.statements({ zone: sample, options })).map((mutant) => ({ ...mutant, guardrail })),
  );
}

/** What the audit looks for; a test switches one off. */
export interface Noticed {
  readonly refuted: boolean;
  readonly excess: boolean;
}

/** Whether the claims notice a mutant that changes any decision. */
export function outcomeOf(mutant: Broken, noticed: Noticed = { refuted: true, excess: true }): Outcome {
  try {
    return decidedOutcome(mutant, noticed);
  } catch (error) {
    if (error instanceof CannotTell) return { mutant, outcome: "cannot-tell" };
    throw error;
  }
}

function decidedOutcome(mutant: Broken, noticed: Noticed): Outcome {
  const { kind, statements, claims } = mutant.guardrail;
  const context = { zone: sample, options };
  const said = claims(context);
  const broken = readable(kind, mutant);
  if (broken === undefined) return { mutant, outcome: "unreadable" };
  const changed = changedActions(kind, policyOf(kind, statements(context)), broken, said);
  let outcome: Outcome["outcome"] = "same";
  for (const action of changed) {
    if (isCaught(kind, broken, said, action, noticed)) return { mutant, outcome: "caught" };
    outcome = "missed";
  }
  return { mutant, outcome };
}

/** Breaks an AWS policy cannot have: a resource control policy that allows, an element left empty. */
function readable(kind: Guardrail["kind"], { statements }: Mutant): Policy | undefined {
  if (statements.length === 0) return nothing;
  try {
    return policyOf(kind, statements);
  } catch {
    return undefined;
  }
}

const nothing: Policy = { version: "2012-10-17", statements: [] };

/** One action of each class of which the policies do not deny the same requests; looked for as they are asked for. */
function* changedActions(
  kind: Guardrail["kind"],
  one: Policy,
  other: Policy,
  claims: readonly Claim[],
): Generator<ActionFacts> {
  const domainOf = domainFor(kind);
  for (const { representative: action } of classesOf([one, other], claims)) {
    const [before, after] = [deniedBy(one, action.name), deniedBy(other, action.name)];
    if (!equivalent(before, after, domainOf(action))) yield action;
  }
}

function isCaught(
  kind: Guardrail["kind"],
  policy: Policy,
  claims: readonly Claim[],
  action: ActionFacts,
  noticed: Noticed,
): boolean {
  const { proofs, excess } = audited(kind, policy, claims, [action]);
  const refuted = [...proofs.values()].some(({ outcome }) => outcome === "refuted");
  return (noticed.refuted && refuted) || (noticed.excess && excess.length > 0);
}

/** How many mutants of each way of breaking came out how. */
export function tally(outcomes: readonly Outcome[]): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const table: Record<string, Record<string, number>> = {};
  for (const { mutant, outcome } of outcomes) {
    for (const row of [mutant.way, "all"] satisfies (Way | "all")[]) {
      const counts = (table[row] ??= {});
      counts[outcome] = (counts[outcome] ?? 0) + 1;
    }
  }
  return table;
}
