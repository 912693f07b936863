import { code, escaped, fitting, folded } from "../report/markdown-text";
import { few, requestInWords } from "../report/request-words";
import { counted } from "../report/verdict";
import type { AccountsChange, StandingChange } from "./changed-standings";
import { conditionLines } from "./change-lines";
import { directionOf } from "./direction";
import { directions, otherLines } from "./text";
import { diffVerdict } from "./verdict";
import type { ZoneDiff } from "./zone-diff";

/** The difference as a comment of a pull request: what becomes allowed in full, the rest folded. */
export function diffMarkdown(diff: ZoneDiff): string {
  const others = otherLines(diff).filter((line) => line !== "");
  return fitting([
    "## What the accounts may do",
    `**${diffVerdict(diff)}**`,
    ...diff.changes.map(block),
    ...(others.length === 0 ? [] : [folded("Accounts, guardrails and claims", others.map(item).join("\n"))]),
  ]);
}

function block({ accounts, changes }: AccountsChange): string {
  const parts = directions.flatMap((direction) => {
    const of = changes.filter((change) => directionOf(change) === direction);
    const actions = of.reduce((sum, change) => sum + change.actions.length, 0);
    return of.length === 0 ? [] : [folded(`${direction}: ${counted(actions, "action")}`, of.map(change).join("\n"))];
  });
  return [`### ${escaped(few(accounts, 8))}`, ...parts].join("\n\n");
}

function change(each: StandingChange): string {
  const { actions, caller, newlyAllowed, newlyDenied } = each;
  return [
    `- ${few(actions.map(code), 12)}${caller === "anybody" ? ", asked by anybody" : ""}`,
    ...conditionLines(each).map((line) => `  - ${escaped(line)}`),
    ...(newlyAllowed === undefined ? [] : [`  - now allowed: ${code(requestInWords(newlyAllowed))}`]),
    ...(newlyDenied === undefined ? [] : [`  - now denied: ${code(requestInWords(newlyDenied))}`]),
  ].join("\n");
}

const item = (line: string): string => `- ${escaped(line)}`;
