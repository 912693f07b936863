import type { RecordedCall } from "../gateway/record";
import { check, type Check } from "./check";

/**
 * Every call of a member account was decided by the organisation's policies: none was let through because the local AWS could not derive what a
 * policy asks about.
 */
export function checkDecided(calls: readonly RecordedCall[], managementAccount: string): Promise<Check> {
  const ofMembers = calls.filter(({ account }) => account !== managementAccount);
  const denied = ofMembers.filter(({ authorization }) => authorization?.verdict === "denied").length;
  const proved = `${ofMembers.length} calls of member accounts decided, ${denied} of them refused`;
  return check("every call was decided by the organisation's policies", proved, () =>
    Promise.resolve(undecided(calls)),
  );
}

/** One line for each action and what it lacks. */
export function undecided(calls: readonly RecordedCall[]): string[] {
  const counts = new Map<string, number>();
  for (const { authorization } of calls) {
    if (authorization?.verdict !== "undecided") continue;
    const line = `${authorization.action} needs ${authorization.needs?.join(", ") ?? "something"}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].map(([line, count]) => `${line} (${count} ${count === 1 ? "call" : "calls"})`);
}
