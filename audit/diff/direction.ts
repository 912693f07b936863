import type { StandingChange } from "./standing-change";

/** What becomes of requests of an action: some pass that were refused, some are refused that passed, or both. */
export type Direction = "newly allowed" | "newly denied" | "differently conditional" | "undecided";

export function directionOf({ newlyAllowed, newlyDenied, undecided }: StandingChange): Direction {
  if (newlyAllowed && newlyDenied) return "differently conditional";
  if (newlyAllowed) return "newly allowed";
  if (newlyDenied) return "newly denied";
  return undecided ? "undecided" : "differently conditional";
}
