import { readPolicy } from "../../engine/policy/read-policy";
import type { Problem } from "../problem/problem";
import { type AccountFile, accountFile } from "../schema/account";
import { type LandingZoneFile, landingZoneFile } from "../schema/landing-zone";
import { addressesLock, idsLock, importsFile } from "../schema/lock";
import { shape } from "../shape/shape";
import { decode } from "../source/decode";
import { addressesLockName, idsLockName, importsFileName, type ZoneFiles, zoneFileName } from "../source/files";
import { parse } from "../source/parse";
import { problemOfFile, type Source } from "../source/source";
import type { AccountDraft, Draft, KnownServices, LockDraft, PolicyDraft } from "./draft";

/** The files at hand, and where everything that is wrong with them is gathered. */
interface Reading {
  readonly files: ZoneFiles;
  readonly shown: (name: string) => string;
  readonly problems: Problem[];
}

/** Parses every file and checks each against its schema. `directory` is how problems show the zone's own; may be empty. */
export function readDrafts(
  files: ZoneFiles,
  directory: string,
  services: KnownServices | undefined,
): { draft: Draft; problems: readonly Problem[] } {
  const shown = (name: string): string => (directory === "" ? name : `${directory}/${name}`);
  const reading: Reading = { files, shown, problems: [] };
  const draft = {
    shown,
    zone: readZoneFile(reading),
    ...readAccounts(reading),
    ...readPolicies(reading),
    addresses: readLock(
      reading,
      addressesLockName,
      (source) => shape(addressesLock, source),
      (lock) => lock.ranges,
    ),
    ids: readLock(
      reading,
      idsLockName,
      (source) => shape(idsLock, source),
      (lock) => lock.ids,
    ),
    imports: readLock(
      reading,
      importsFileName,
      (source) => shape(importsFile, source),
      (file) => file.imports,
    ),
    services,
  };
  return { draft, problems: reading.problems };
}

function open({ files, shown, problems }: Reading, name: string): Source | undefined {
  const content = files.get(name);
  if (content === undefined) return undefined;
  const parsed = parse(name, shown(name), content);
  if ("source" in parsed) return parsed.source;
  problems.push(...parsed.problems);
  return undefined;
}

function readZoneFile(reading: Reading): Draft["zone"] {
  const { files, shown, problems } = reading;
  if (!files.has(zoneFileName)) {
    const remedy = files.has("landing-zone.yml") ? "rename landing-zone.yml" : "every zone has one";
    problems.push(problemOfFile(shown(zoneFileName), "LF1002", `the file is missing; ${remedy}`));
  }
  const source = open(reading, zoneFileName);
  if (!source) return undefined;
  const shaped = shape<LandingZoneFile>(landingZoneFile, source);
  problems.push(...shaped.problems);
  return { source, file: shaped.value };
}

function readAccounts(reading: Reading): Pick<Draft, "accounts" | "accountsComplete"> {
  const names = filesOf(reading, "accounts", ".yaml");
  const accounts = names.flatMap((name): AccountDraft[] => {
    const source = open(reading, name);
    if (!source) return [];
    const shaped = shape<AccountFile>(accountFile, source);
    reading.problems.push(...shaped.problems);
    return [{ source, account: shaped.value }];
  });
  if (!reading.files.has("accounts") && names.length === 0) {
    const message = "no account is declared; each is a file accounts/<account>.yaml";
    reading.problems.push(problemOfFile(reading.shown(zoneFileName), "LF1006", message));
  }
  return { accounts, accountsComplete: names.length > 0 && accounts.length === names.length };
}

function readPolicies(reading: Reading): Pick<Draft, "policies" | "brokenPolicies"> {
  const policies: PolicyDraft[] = [];
  const brokenPolicies: string[] = [];
  for (const path of filesOf(reading, "policies", ".json")) {
    const name = path.slice("policies/".length, -".json".length);
    const parsed = parse(path, reading.shown(path), reading.files.get(path) ?? "");
    if ("source" in parsed) policies.push({ name, source: parsed.source });
    else {
      brokenPolicies.push(name);
      reading.problems.push(...policyProblems(reading, path, parsed.problems));
    }
  }
  return { policies, brokenPolicies };
}

/** What is wrong with a policy that is no JSON, all of it and in AWS's words as well; the problems found where it is something else. */
function policyProblems({ files, shown }: Reading, path: string, found: readonly Problem[]): readonly Problem[] {
  if (!found.some(({ code }) => code === "LF1113")) return found;
  const decoded = decode(path, files.get(path) ?? "");
  const result = "code" in decoded ? undefined : readPolicy(decoded.text, "service-control-policy");
  if (result === undefined || "policy" in result) return found;
  return result.faults.map(({ line, column, message, aws }) => ({
    file: shown(path),
    line,
    column,
    code: "LF1113",
    message: `${message} (AWS: ${aws})`,
  }));
}

const folderCodes = { accounts: "LF1007", policies: "LF1008" } as const;

/** Files of a folder with the extension; anything else in it is a problem, for it would silently count for nothing. */
function filesOf({ files, shown, problems }: Reading, folder: keyof typeof folderCodes, extension: string): string[] {
  const unreadable = files.get(folder);
  if (typeof unreadable === "object" && "unreadable" in unreadable) {
    problems.push(problemOfFile(shown(folder), "LF1003", `cannot be read: ${unreadable.unreadable}`));
  }
  return [...files.keys()].filter((name) => {
    if (!name.startsWith(`${folder}/`)) return false;
    if (name.endsWith(extension)) return true;
    const remedy = /\.ya?ml$/i.test(name) ? `rename it to end with ${extension}` : "move it elsewhere";
    const message = `only files named <name>${extension} belong in ${folder}/; ${remedy}`;
    problems.push(problemOfFile(shown(name), folderCodes[folder], message));
    return false;
  });
}

function readLock<T, Entry>(
  reading: Reading,
  name: string,
  check: (source: Source) => { complete: T | undefined; problems: readonly Problem[] },
  entriesOf: (lock: T) => Readonly<Record<string, Entry>>,
): LockDraft<Entry> | undefined {
  const source = open(reading, name);
  if (!source) return undefined;
  const { complete, problems } = check(source);
  reading.problems.push(...problems);
  return complete && { source, entries: entriesOf(complete) };
}
