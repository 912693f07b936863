import { check, type Check } from "./check";
import { type EmulatorGap, emulatorGaps } from "./emulator-gaps";

/** One resource a second plan would change. */
export interface PlannedChange {
  readonly stack: string;
  readonly address: string;
  readonly type: string;
  /** Terraform's actions: `["update"]`, `["delete", "create"]` … */
  readonly actions: readonly string[];
  /** Paths of the attributes that differ, such as `tags.owner`. */
  readonly attributes: readonly string[];
}

/** A plan of one stack: its changes, and the resource types it manages. */
export interface SecondPlan {
  readonly stack: string;
  readonly changes: readonly PlannedChange[];
  readonly types: readonly string[];
}

/**
 * A second plan shows no change but for the table of emulator gaps. A replace or destroy fails whatever the table says; so
 * does an entry of the table whose resource type was planned and showed no difference.
 */
export function checkSecondPlan(
  plans: readonly SecondPlan[],
  gaps: readonly EmulatorGap[] = emulatorGaps,
): Promise<Check> {
  return check("second plan of every stack shows no change", `${plans.length} stacks planned again`, () =>
    Promise.resolve(secondPlanProblems(plans, gaps)),
  );
}

export function secondPlanProblems(plans: readonly SecondPlan[], gaps: readonly EmulatorGap[]): string[] {
  const used = new Set<EmulatorGap>();
  const problems = plans
    .flatMap((plan) => plan.changes)
    .flatMap((change) => {
      const where = `${change.stack}: ${change.address}`;
      if (change.actions.join() !== "update") return [`${where} would be ${change.actions.join(" and ")}d`];
      return change.attributes.flatMap((attribute) => {
        const gap = gaps.find((entry) => entry.type === change.type && entry.attribute === attribute);
        if (gap === undefined) return [`${where} would change ${attribute}`];
        used.add(gap);
        return [];
      });
    });
  const types = new Set(plans.flatMap((plan) => plan.types));
  const stale = gaps
    .filter((gap) => types.has(gap.type) && !used.has(gap))
    .map((gap) => `the gap ${gap.type}.${gap.attribute} did not show: remove it from the table`);
  return [...problems, ...stale];
}
