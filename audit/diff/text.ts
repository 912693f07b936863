import { few, requestInWords } from "../report/request-words";
import { counted } from "../report/verdict";
import type { AccountsChange, StandingChange } from "./changed-standings";
import { type Direction, directionOf } from "./direction";
import { diffVerdict } from "./verdict";
import type { Difference, NamedClaim, ZoneDiff } from "./zone-diff";

/** The difference for a terminal: the verdict first, then account by account what changes, then what came and went. */
export function diffText(diff: ZoneDiff): string {
  return [diffVerdict(diff), ...changeLines(diff.changes), ...otherLines(diff), ""].join("\n");
}

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

/** Accounts, guardrails and claims that are on one side alone, a line each. */
export function otherLines({ accounts, guardrails, claims }: ZoneDiff): readonly string[] {
  const lines = [
    ...sides("account", accounts, (name) => name),
    ...sides("guardrail", guardrails, (name) => name),
    ...sides("claim", claims, claimText),
  ];
  return lines.length === 0 ? [] : ["", ...lines];
}

function sides<T>(noun: string, { added, removed }: Difference<T>, text: (each: T) => string): readonly string[] {
  return [
    ...added.map((each) => `new ${noun}: ${text(each)}`),
    ...removed.map((each) => `${noun} that is gone: ${text(each)}`),
  ];
}

function claimText({ guardrail, claim, sentence }: NamedClaim): string {
  return `${guardrail}/${claim}: ${sentence}`;
}

/** In the order a reader cares for. */
export const directions: readonly Direction[] = [
  "newly allowed",
  "undecided",
  "differently conditional",
  "newly denied",
];
