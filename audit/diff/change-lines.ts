import { few, requestInWords } from "../report/request-words";
import { counted } from "../report/verdict";
import { directionOf } from "./direction";
import type { AccountsChange, StandingChange } from "./standing-change";

/** What changes, account by account; an empty line before each group of accounts. */
export function changeLines(changes: readonly AccountsChange[]): readonly string[] {
  return changes.flatMap(({ accounts, changes: standings }) => [
    "",
    `${counted(accounts.length, "account")}: ${few(accounts, 12)}`,
    ...standings.flatMap((change) => standingLines(change).map((line) => `  ${line}`)),
  ]);
}

/** What changes, account by account, for a list. */
export function consequenceLines(changes: readonly AccountsChange[]): readonly string[] {
  return changeLines(changes).filter((line) => line !== "");
}

function standingLines(change: StandingChange): readonly string[] {
  const { actions, newlyAllowed, newlyDenied } = change;
  const whose = change.caller === "anybody" ? ", asked by anybody" : "";
  return [
    `${directionOf(change)}: ${counted(actions.length, "action")}${whose}: ${few(actions, 8)}`,
    ...conditionLines(change).map((line) => `    ${line}`),
    ...(newlyAllowed === undefined ? [] : [`    now allowed: ${requestInWords(newlyAllowed)}`]),
    ...(newlyDenied === undefined ? [] : [`    now denied:  ${requestInWords(newlyDenied)}`]),
  ];
}

/** When the actions were allowed and are now; only what differs where most stays. */
export function conditionLines({ before, after, dropped, added }: StandingChange): readonly string[] {
  if (dropped === undefined && added === undefined) return [`was ${before}`, `is  ${after}`];
  return [
    ...(dropped === undefined ? [] : [`no longer: ${dropped}`]),
    ...(added === undefined ? [] : [`now:       ${added}`]),
  ];
}
