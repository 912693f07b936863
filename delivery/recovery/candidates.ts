import { UserError } from "../../declaration/user-error";
import { type PlannedResource, plannedResource } from "./planned-resource";
import type { Row } from "./row";
import { rows } from "./rows";
import type { Search } from "./search";
import type { Creation } from "./trial-plan";

/** What is known when objects are looked for. */
export interface Known {
  readonly search: Search;
  /** The resources of `cdk.tf.json`: type → name → arguments. */
  readonly configured: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Terraform's ids of what is in the state or imported, by address. */
  readonly ids: ReadonlyMap<string, string>;
  /** Ids that the killed run printed, by address. */
  readonly logged: ReadonlyMap<string, string>;
}

/** An object that may stand behind a resource. */
export interface Candidate {
  readonly address: string;
  readonly importId: string;
  /** It was seen in AWS; else its id only follows from its name. */
  readonly seen: boolean;
}

export interface Candidates {
  readonly found: readonly Candidate[];
  /** Addresses behind which there is no object. */
  readonly absent: readonly string[];
}

/**
 * Looks for the objects behind resources that Terraform would create: what refers to an object that was just found, too.
 * @throws UserError when several objects can be one resource
 */
export async function candidatesFor(creations: readonly Creation[], known: Known): Promise<Candidates> {
  const ids = new Map(known.ids);
  const found: Candidate[] = [];
  const absent: string[] = [];
  let left = creations;
  for (let before = -1; before !== left.length;) {
    before = left.length;
    const next: Creation[] = [];
    for (const creation of left) {
      const resource = resourceOf(creation, known, ids);
      const outcome = await look(resource, rows[resource.type], known, ids);
      if (outcome === "unknown") next.push(creation);
      else if (outcome === "absent") absent.push(creation.address);
      else {
        found.push({ address: creation.address, importId: outcome.importId, seen: outcome.id !== undefined });
        if (outcome.id !== undefined) ids.set(creation.address, outcome.id);
      }
    }
    left = next;
  }
  return { found, absent };
}

function resourceOf({ address, values }: Creation, { configured }: Known, ids: ReadonlyMap<string, string>) {
  const [type = "", name = ""] = address.split(".");
  const arguments_ = configured[type]?.[name];
  return plannedResource(
    address,
    values,
    typeof arguments_ === "object" && arguments_ !== null ? { ...arguments_ } : {},
    ids,
  );
}

type Outcome = { readonly importId: string; readonly id: string | undefined } | "absent" | "unknown";

async function look(
  planned: PlannedResource,
  row: Row | undefined,
  { search, logged }: Known,
  ids: ReadonlyMap<string, string>,
): Promise<Outcome> {
  const printed = logged.get(planned.address);
  switch (row?.is) {
    case undefined:
    case "logged":
      return printed === undefined ? "absent" : { importId: printed, id: undefined };
    case "repeatable":
      return "absent";
    case "named": {
      const importId = row.importId(planned, search);
      return importId === undefined ? "unknown" : { importId, id: undefined };
    }
    case "searched": {
      const taken = new Set([...ids].filter(([address]) => address !== planned.address).map(([, id]) => id));
      const matches = (await row.find(planned, search))?.filter((id) => !taken.has(id));
      if (matches === undefined) return "unknown";
      const [id] = matches.length > 1 && printed !== undefined && matches.includes(printed) ? [printed] : matches;
      if (id === undefined) return "absent";
      if (matches.length > 1 && id !== printed) throw ambiguous(planned.address, matches);
      const importId = row.importId ? row.importId(id, planned) : id;
      return importId === undefined ? "unknown" : { importId, id };
    }
  }
}

function ambiguous(address: string, matches: readonly string[]): UserError {
  return new UserError(
    `${address} was being made when a run was killed, and ${matches.length} objects can be it: ${matches.join(", ")}`,
    "Delete the ones that nothing uses, then run it again.",
  );
}
