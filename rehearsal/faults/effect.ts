import type { FaultRule } from "../../declaration/schema/faults";

/** How a call ends otherwise than its service would have it. */
export type Effect =
  | { readonly kind: "throttle" }
  | { readonly kind: "error"; readonly status: number; readonly code: string | undefined }
  | { readonly kind: "drop" | "kill"; readonly when: "before" | "after" };

/** Keys of a rule that end a call; a rule has one at most. */
export const endings = ["throttle", "error", "drop", "kill"] as const;

/** How a rule ends a call; undefined for one that only delays. */
export function effectOf({ throttle, error, drop, kill }: FaultRule): Effect | undefined {
  if (throttle) return { kind: "throttle" };
  if (error) return { kind: "error", status: error.status, code: error.code };
  if (drop) return { kind: "drop", when: drop };
  return kill ? { kind: "kill", when: kill } : undefined;
}

/** What happens to a call in a few words, for the record: `delay 500 ms, drop after`. */
export function effectText({ delay, effect }: { readonly delay: number; readonly effect: Effect | undefined }): string {
  return [...(delay > 0 ? [`delay ${delay} ms`] : []), ...(effect ? [endingText(effect)] : [])].join(", ");
}

function endingText(effect: Effect): string {
  switch (effect.kind) {
    case "throttle":
      return "throttle";
    case "error":
      return ["error", effect.status, ...(effect.code === undefined ? [] : [effect.code])].join(" ");
    case "drop":
    case "kill":
      return `${effect.kind} ${effect.when}`;
  }
}
