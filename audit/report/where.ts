import type { Where } from "../finding";

/** `zone/landing-zone.yaml:12:3`, or nothing when the place is not known. */
export function placeInWords({ file, line, column }: Where): string | undefined {
  if (file === undefined) return undefined;
  return [file, ...(line === undefined ? [] : [line, column ?? 1])].join(":");
}

/** What a finding is about: the guardrail and statement, what AWS has, the account. */
export function subjectInWords({ guardrail, sid, account, subject }: Where): string {
  const policy = [guardrail, sid, subject].filter((part) => part !== undefined).join(" ");
  return [policy, account].filter((part) => part !== undefined && part !== "").join(" in ") || "the zone";
}
