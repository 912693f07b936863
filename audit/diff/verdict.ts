import { counted } from "../report/verdict";
import { directionOf } from "./direction";
import type { ZoneDiff } from "./zone-diff";

/** The whole difference in a sentence. */
export function diffVerdict({ changes, compared }: Pick<ZoneDiff, "changes" | "compared">): string {
  if (changes.length === 0) return `No action changes its standing in any of ${counted(compared, "account")}.`;
  const accounts = changes.reduce((sum, { accounts: names }) => sum + names.length, 0);
  const all = changes.flatMap((change) => change.changes);
  const opens = all.some((change) => change.newlyAllowed !== undefined);
  const closes = all.some((change) => directionOf(change) !== "newly allowed" && change.newlyDenied !== undefined);
  const what =
    opens && closes
      ? "Requests become allowed and denied"
      : opens
        ? "Requests become allowed"
        : "Requests become denied";
  const undecided = all.some((change) => change.undecided);
  const verb = opens || closes ? what : "Requests may change sides";
  return `${verb} in ${accounts} of ${counted(compared, "account")}${undecided ? "; some could not be decided" : ""}.`;
}
