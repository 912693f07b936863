import type { AttributeDifference, PlannedChange } from "../planned-change";
import { type Effect, effectOf, type PlannedStack } from "./zone-plan";

/** Terraform's own signs for what happens to a resource. */
export const signs: Readonly<Record<Effect, string>> = {
  add: "+",
  change: "~",
  replace: "-/+",
  destroy: "-",
  forget: ".",
};

/** How much of a value is shown: a policy document would fill the screen. */
const valueLimit = 60;

/** A change on one line: sign, address and, of a resource that stays, what differs. */
export function changeLine(change: PlannedChange, sign: Readonly<Record<Effect, string>> = signs): string {
  const effect = effectOf(change) ?? "change";
  const details = effect === "change" || effect === "replace" ? differencesText(change.differences) : "";
  return `${sign[effect]} ${change.address}${details === "" ? "" : `  ${details}`}`;
}

/** What is to be said of a stack below its verdict. */
export function detailLines(plan: PlannedStack, sign?: Readonly<Record<Effect, string>>): readonly string[] {
  switch (plan.status) {
    case "planned":
      return plan.changes.filter(isResource).map((change) => changeLine(change, sign));
    case "validated":
      return [];
    case "failed":
      return plan.errors.flatMap((error) => error.split("\n"));
  }
}

/** Outputs follow from resources; the verdict says when they alone change. */
function isResource(change: PlannedChange): boolean {
  return effectOf(change) !== undefined;
}

function differencesText(differences: readonly AttributeDifference[]): string {
  return differences.map(({ path, before, after }) => `${path}: ${shown(before)} → ${shown(after)}`).join(", ");
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length <= valueLimit ? text : `${text.slice(0, valueLimit - 1)}…`;
}
