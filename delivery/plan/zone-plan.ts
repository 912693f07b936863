import type { PlannedChange } from "../planned-change";

/** What a plan of one stack came to. `seconds` are of wall clock. */
export type PlannedStack = { readonly stack: string; readonly seconds: number } & (
  | { readonly status: "planned"; readonly changes: readonly PlannedChange[] }
  /** Its ids are not there yet: synthesised with placeholders and accepted by the provider. */
  | { readonly status: "validated"; readonly waitsFor: string }
  | { readonly status: "failed"; readonly errors: readonly string[] }
);

/** In deployment order. */
export interface ZonePlan {
  readonly stacks: readonly PlannedStack[];
}

/** What a plan does to one resource. A resource that is replaced is neither added nor destroyed. */
export type Effect = "add" | "change" | "replace" | "destroy" | "forget";

const effects: Readonly<Record<string, Effect>> = {
  create: "add",
  update: "change",
  "create,delete": "replace",
  "delete,create": "replace",
  delete: "destroy",
  forget: "forget",
};

/** Terraform docs, JSON output format, change representation, `actions`. Outputs are nobody's resources and have no effect. */
export function effectOf({ type, actions }: Pick<PlannedChange, "type" | "actions">): Effect | undefined {
  if (type === "output") return undefined;
  const effect = effects[actions.join()];
  if (effect === undefined) throw new Error(`Terraform planned actions that are not known: ${actions.join()}`);
  return effect;
}

/** How many resources of each effect; effects without any are missing. */
export function countEffects(changes: readonly PlannedChange[]): ReadonlyMap<Effect, number> {
  const counts = new Map<Effect, number>();
  for (const change of changes) {
    const effect = effectOf(change);
    if (effect) counts.set(effect, (counts.get(effect) ?? 0) + 1);
  }
  return counts;
}

const words: Readonly<Record<Effect, string>> = {
  add: "to add",
  change: "to change",
  replace: "to replace",
  destroy: "to destroy",
  forget: "to forget",
};

/** `3 to add, 1 to change`, or `no change`; a change of outputs alone says so. */
export function summaryOf(changes: readonly PlannedChange[]): string {
  if (changes.length === 0) return "no change";
  const counts = countEffects(changes);
  const effects = Object.entries(words).flatMap(([effect, text]) => {
    const count = counts.get(effect as Effect);
    return count === undefined ? [] : [`${count} ${text}`];
  });
  return effects.length > 0 ? effects.join(", ") : "outputs change";
}

/** What a stack's plan comes to, on one line of plain text. */
export function verdictOf(plan: PlannedStack): string {
  switch (plan.status) {
    case "planned":
      return summaryOf(plan.changes);
    case "validated":
      return `synthesised and validated, planned once ${plan.waitsFor}`;
    case "failed":
      return "could not be planned";
  }
}

export function hasFailed({ stacks }: ZonePlan): boolean {
  return stacks.some(({ status }) => status === "failed");
}

/** Whether applying would change anything; a stack that is not there yet counts as a change. */
export function hasPlannedChanges({ stacks }: ZonePlan): boolean {
  return stacks.some((plan) => plan.status === "validated" || (plan.status === "planned" && plan.changes.length > 0));
}
