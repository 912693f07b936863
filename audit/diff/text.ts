import { changeLines } from "./change-lines";
import type { Direction } from "./direction";
import { diffVerdict } from "./verdict";
import type { Difference, NamedClaim, ZoneDiff } from "./zone-diff";

/** The difference for a terminal: the verdict first, then account by account what changes, then what came and went. */
export function diffText(diff: ZoneDiff): string {
  return [diffVerdict(diff), ...changeLines(diff.changes), ...otherLines(diff), ""].join("\n");
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
