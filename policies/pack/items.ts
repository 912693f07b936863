import type { CompiledGuardrail } from "../compile";
import { type Item, size } from "./fill";
import { normal, type Statement, statementsOf } from "./statement";

/** Whether Sids are kept. A policy says the same without them; with them, a person finds the guardrail a statement comes from. */
export type Sids = "kept" | "dropped";

/** Guardrails as wholes. One that no policy has room for is taken apart into its statements. */
export function wholes(guardrails: readonly CompiledGuardrail[], bytes: number): readonly Item[] {
  return guardrails.flatMap((guardrail) => {
    const { guardrail: name, document } = guardrail;
    const item = { id: name, guardrail: name, statements: statementsOf(document).map(normal) };
    return size([item]) <= bytes ? [item] : parts([guardrail], "kept");
  });
}

/** Every statement for itself. */
export function parts(guardrails: readonly CompiledGuardrail[], sids: Sids): readonly Item[] {
  return guardrails.flatMap(({ guardrail, document }) =>
    statementsOf(document).map((statement, index) => ({
      id: `${guardrail} ${String(statement["Sid"] ?? index)}`,
      guardrail,
      statements: [normal(sids === "kept" ? statement : withoutSid(statement))],
    })),
  );
}

function withoutSid(statement: Statement): Statement {
  return Object.fromEntries(Object.entries(statement).filter(([element]) => element !== "Sid"));
}
