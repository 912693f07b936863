import type { StackPlan } from "../../delivery/plan-again";
import { check, type Check } from "./check";
import { type EmulatorGap, emulatorGaps } from "./emulator-gaps";

/**
 * A second plan shows no change but for the table of emulator gaps. A replace or destroy fails whatever the table says; so
 * does an entry of the table whose resource type was planned and showed no difference.
 */
export function checkSecondPlan(
  plans: readonly StackPlan[],
  gaps: readonly EmulatorGap[] = emulatorGaps,
): Promise<Check> {
  return check("second plan of every stack shows no change", `${plans.length} stacks planned again`, () =>
    Promise.resolve(secondPlanProblems(plans, gaps)),
  );
}

export function secondPlanProblems(plans: readonly StackPlan[], gaps: readonly EmulatorGap[]): string[] {
  const used = new Set<EmulatorGap>();
  const unplanned = plans.flatMap((plan) => plan.errors.map((error) => `${plan.stack} could not be planned: ${error}`));
  const problems = plans
    .flatMap((plan) => plan.changes)
    .flatMap((change) => {
      const where = `${change.stack}: ${change.address}`;
      if (change.actions.join() !== "update")
        return [`${where} would be ${change.actions.map((action) => `${action}d`).join(" and ")}`];
      return change.differences.flatMap(({ path, before, after }) => {
        const attribute = withoutIndices(path);
        const gap = gaps.find((entry) => entry.type === change.type && entry.attribute === attribute);
        if (gap === undefined) {
          return [`${where} would change ${path} from ${shortened(before)} to ${shortened(after)}`];
        }
        used.add(gap);
        return [];
      });
    });
  const types = new Set(plans.flatMap((plan) => plan.types));
  const stale = gaps
    .filter((gap) => types.has(gap.type) && !used.has(gap))
    .map((gap) => `the gap ${gap.type}.${gap.attribute} did not show: remove it from the table`);
  return [...unplanned, ...problems, ...stale];
}

/** A value as JSON, cut where a policy document would fill the terminal. */
function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length <= 120 ? text : `${text.slice(0, 120)}…`;
}

function withoutIndices(path: string): string {
  return path
    .split(".")
    .filter((part) => !/^\d+$/.test(part))
    .join(".");
}
