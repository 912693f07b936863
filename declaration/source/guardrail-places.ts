import { join } from "node:path";
import { zoneFileName } from "./files";
import { parse } from "./parse";
import { readContent } from "./read-directory";
import { problemAt } from "./source";

/** A place in a file; line and column count from 1. */
export interface FilePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Where each guardrail of a zone is declared: its key in the zone's file. Nothing is known of a zone that cannot be read.
 * @param shown the directory as places show it
 */
export function guardrailPlaces(directory: string, shown: string): (guardrail: string) => FilePlace | undefined {
  const parsed = parse(zoneFileName, `${shown}/${zoneFileName}`, readContent(join(directory, zoneFileName)));
  if (!("source" in parsed)) return () => undefined;
  const { source } = parsed;
  const declared = source.data["guardrails"];
  return (guardrail) => {
    if (typeof declared !== "object" || declared === null || !Object.hasOwn(declared, guardrail)) return undefined;
    const { file, line, column } = problemAt(source, ["guardrails", guardrail], "LF1001", "", "key");
    return { file, line, column };
  };
}
