import type { Observation } from "../observation";
import type { Finding, FindingKind } from "../report";

/** Decides one kind of finding, or a few that belong together. */
export type FindingRule = (observation: Observation) => readonly Finding[];

export function finding(kind: FindingKind, about: string, message: string, remedy: string): Finding {
  return { kind, severity: "finding", about, message, remedy };
}

export function note(kind: FindingKind, about: string, message: string, remedy: string): Finding {
  return { kind, severity: "note", about, message, remedy };
}
