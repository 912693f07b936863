import { existsSync, readFileSync } from "node:fs";

/** Where the log of the run before goes when a stack is run again. */
export function previousLog(logFile: string): string {
  return logFile.replace(/\.log$/, ".previous.log");
}

/** Ids that the last runs' Terraform printed of what it had created, by address; of the last run when both did. */
export function loggedIds(logFile: string): ReadonlyMap<string, string> {
  const text = [previousLog(logFile), logFile]
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const created = text.matchAll(/^\s*(\S+)(?: \(\S+\))?: Creation complete after \S+ \[id=(.+)\]/gm);
  return new Map([...created].map(([, address = "", id = ""]) => [address, id]));
}
