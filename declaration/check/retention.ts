import type { Draft } from "../draft/draft";
import type { Problem } from "../problem/problem";
import { problemAt } from "../source/source";

/** A log that expires before its lock ends cannot be deleted when it should. */
export function checkRetention({ zone }: Draft): readonly Problem[] {
  if (!zone?.file.logs) return [];
  const { lockDays, retentionDays } = zone.file.logs;
  if (lockDays <= retentionDays) return [];
  const message = `logs are locked for ${lockDays} days but expire after ${retentionDays}; lock them no longer than they are kept`;
  return [problemAt(zone.source, ["logs", "lockDays"], "LF1601", message)];
}
