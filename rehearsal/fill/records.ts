import type { OperationModel, ServiceModel, ShapeReference, Members, Value } from "./shape";
import { isList, isMembers, shapeOf } from "./shape";
import type { ResourceRow, ServiceRows } from "./row";
import type { Scope, Store, StoredRecord } from "./store";
import { isTagsMember, writeTags } from "./tags";

/** What a verb needs to know of the call it answers. */
export interface Request {
  readonly model: ServiceModel;
  readonly operation: OperationModel;
  readonly rows: ServiceRows;
  readonly row: ResourceRow;
  readonly input: Members;
  readonly scope: Scope;
  readonly store: Store;
}

/** The records of the request's resource; those a fresh account has are put there first. */
export function tableOf({ store, scope, row, input }: Request): Map<string, StoredRecord> {
  const other = row.accountFrom === undefined ? undefined : input[row.accountFrom];
  const owner = typeof other === "string" ? { ...scope, account: other } : scope;
  const records = store.table(owner, row.resource, row.global === true);
  if (row.initial && records.size === 0) records.set("", { members: row.initial, tags: {} });
  return records;
}

export const keyOf = (names: readonly string[], members: Members): string =>
  names.map((name) => keyPart(members[name] ?? "")).join("/");

function keyPart(value: Value): string {
  if (!isMembers(value)) return String(value);
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A record is named by its key or, where the service allows, by its ARN. */
export function findKey(row: ResourceRow, records: ReadonlyMap<string, StoredRecord>, given: Members): string {
  const arn = row.arn?.[0];
  const wanted = arn === undefined ? undefined : given[arn];
  const byArn =
    wanted === undefined ? undefined : [...records].find(([, record]) => record.members[arn ?? ""] === wanted);
  return byArn?.[0] ?? keyOf(row.key, given);
}

/** The record's members of an input: unwrapped from `from`, renamed, without tags. */
export function recordMembers(row: ResourceRow, input: Members, from?: string): Members {
  const inner = from === undefined ? undefined : input[from];
  const flat = isMembers(inner) ? { ...input, ...inner } : input;
  const members: Record<string, Value> = {};
  for (const [name, value] of Object.entries(flat))
    if (name !== from && !isTagsMember(name)) members[row.renames?.[name] ?? name] = value;
  return members;
}

/** Members with the lists that AWS updates item by item merged into what was there. */
export function mergeLists(row: ResourceRow, before: Members, given: Members): Members {
  const changed: Record<string, Value> = {};
  for (const [member, identity] of Object.entries(row.merges ?? {})) {
    const [old, next] = [before[member], given[member]];
    if (!isList(old) || !isList(next)) continue;
    const names = next.filter(isMembers).map((item) => item[identity]);
    changed[member] = [...old.filter((item) => !isMembers(item) || !names.includes(item[identity] ?? null)), ...next];
  }
  return changed;
}

export const visibleMembers = (row: ResourceRow, record: StoredRecord): Members => ({
  ...record.members,
  ...row.derives?.(record.members),
});

/** A record as a shape shows it: with computed members, and tags in the form the shape asks for. */
export function shaped(
  model: ServiceModel,
  reference: ShapeReference,
  row: ResourceRow,
  record: StoredRecord,
): Members {
  const tags = Object.entries(shapeOf(model, reference).members ?? {}).filter(([name]) => isTagsMember(name));
  return {
    ...visibleMembers(row, record),
    ...Object.fromEntries(tags.map(([name, member]) => [name, writeTags(model, member, record.tags)])),
  };
}

/** The output that shows one record: flat, or in the member `at` (in a list, when that member is one). */
export function outputOf(request: Request, record: StoredRecord, at: string | undefined): Members {
  const { model, operation, row } = request;
  if (!operation.output) return {};
  if (at === undefined) return shaped(model, operation.output, row, record);
  const reference = shapeOf(model, operation.output).members?.[at];
  if (!reference) return {};
  const { member } = shapeOf(model, reference);
  return { [at]: member ? [shaped(model, member, row, record)] : shaped(model, reference, row, record) };
}
