import type { Failure, Outcome } from "./protocol/failure";
import { findKey, keyOf, mergeLists, outputOf, recordMembers, shaped, tableOf, visibleMembers } from "./records";
import type { Request } from "./records";
import { refusal } from "./refusals";
import type { ResourceRow, Verb } from "./row";
import { isList, shapeOf } from "./shape";
import type { Members, Value } from "./shape";
import { fillTemplate } from "./store";
import type { StoredRecord } from "./store";
import { tagsIn } from "./tags";

/** Does what the row's verb says to the stored records, and answers in the operation's output shape. */
export function answerRow(request: Request, verb: Verb, before: Members): Outcome {
  if (verb.does === "list") return listed(request, verb);
  if (verb.does === "get") return one(request, verb, request.input);
  if (verb.each === undefined) return one(request, verb, request.input);
  let output: Members = {};
  for (const item of verb.each(request.input, before)) {
    const outcome = one(request, verb, item);
    if ("failure" in outcome) return outcome;
    output = appended(output, outcome.output);
  }
  return { output };
}

type SingleVerb = Exclude<Verb, { does: "list" }>;

function one(request: Request, verb: SingleVerb, input: Members): Outcome {
  switch (verb.does) {
    case "create":
    case "put":
      return save(request, verb, recordMembers(request.row, input, verb.from));
    case "update":
      return change(request, verb, { ...recordMembers(request.row, input, verb.from), ...verb.sets });
    case "get":
    case "delete":
      return read(request, verb, recordMembers(request.row, input));
  }
}

function save(request: Request, verb: SingleVerb, given: Members): Outcome {
  const { row, scope, input } = request;
  const members: Record<string, Value> = { ...row.defaults, ...given };
  for (const [name, template] of Object.entries(assigned(row))) members[name] = fillTemplate(template, members, scope);
  const failure =
    orphan(request, members) ?? row.refuses?.(members, (resource, account) => hasAny(request, resource, account));
  if (failure) return { failure };
  const records = tableOf(request);
  const key = keyOf(row.key, members);
  const existing = records.get(key);
  if (verb.does === "create" && (existing || (row.single === true && records.size > 0)))
    return exists(request, members);
  const kept = existing ? pick(existing.members, Object.keys(assigned(row))) : {};
  const record = { members: { ...members, ...kept }, tags: { ...existing?.tags, ...tagsIn(input) } };
  records.set(key, record);
  return { output: outputOf(request, record, verb.at) };
}

/** The ARN comes last: its template names other members. */
const assigned = (row: ResourceRow): Members => ({
  ...row.assigns,
  ...(row.arn === undefined ? {} : { [row.arn[0]]: `arn:{partition}:${row.arn[1]}` }),
});

function change(request: Request, verb: SingleVerb, given: Members): Outcome {
  const { row } = request;
  const records = tableOf(request);
  const key = findKey(row, records, given);
  const existing = records.get(key);
  if (!existing) return { failure: missing(request, keyOf(row.key, given)) };
  const record = {
    ...existing,
    members: { ...existing.members, ...given, ...mergeLists(row, existing.members, given) },
  };
  records.set(key, record);
  return { output: outputOf(request, record, verb.at) };
}

function read(request: Request, verb: SingleVerb, given: Members): Outcome {
  const { row } = request;
  const records = tableOf(request);
  const key = findKey(row, records, given);
  const record = records.get(key);
  if (!record) return { failure: missing(request, keyOf(row.key, given)) };
  const output = outputOf(request, record, verb.at);
  if (verb.does === "delete") {
    records.delete(key);
    removeChildren(request, record);
  }
  return { output };
}

function listed(request: Request, verb: Extract<Verb, { does: "list" }>): Outcome {
  const { model, operation, row, input } = request;
  const reference = operation.output && shapeOf(model, operation.output).members?.[verb.at];
  const item = reference && shapeOf(model, reference).member;
  if (!item) return { output: {} };
  const records = [...tableOf(request).values()];
  const unmet = verb.demand === true ? unmetName(row.renames ?? {}, input, records) : undefined;
  if (unmet !== undefined) return { failure: missing(request, unmet) };
  const itemMember = verb.item ?? (shapeOf(model, item).type === "string" ? row.key[row.key.length - 1] : undefined);
  const shown = records
    .filter((record) => matches(visibleMembers(row, record), input, row.renames ?? {}))
    .map((record): Value =>
      itemMember === undefined ? shaped(model, item, row, record) : (record.members[itemMember] ?? ""),
    );
  return { output: { [verb.at]: shown } };
}

function matches(record: Members, input: Members, names: Readonly<Record<string, string>>): boolean {
  return Object.entries(input).every(([name, wanted]) => {
    const actual = record[names[name] ?? name];
    if (actual === undefined) return true;
    return isList(wanted) && !isList(actual)
      ? wanted.length === 0 || wanted.includes(actual)
      : keyOf(["x"], { x: actual }) === keyOf(["x"], { x: wanted });
  });
}

function unmetName(
  where: Readonly<Record<string, string>>,
  input: Members,
  records: readonly StoredRecord[],
): string | undefined {
  for (const [name, member] of Object.entries(where)) {
    const wanted = input[name];
    const found = isList(wanted)
      ? wanted.find((value) => !records.some((record) => record.members[member] === value))
      : undefined;
    if (found !== undefined) return String(found);
  }
  return undefined;
}

function orphan(request: Request, members: Members): Failure | undefined {
  const { rows, row, store, scope } = request;
  const parent = rows.resources.find((other) => other.resource === row.of?.resource);
  if (!parent || !row.of) return undefined;
  const key = keyOf(row.of.key, members);
  return store.table(scope, parent.resource, parent.global === true).has(key)
    ? undefined
    : missing({ ...request, row: parent }, key);
}

function hasAny({ rows, store, scope }: Request, resource: string, account: string): boolean {
  const row = rows.resources.find((other) => other.resource === resource);
  return store.table({ ...scope, account }, resource, row?.global === true).size > 0;
}

function removeChildren({ rows, row, store, scope }: Request, parent: StoredRecord): void {
  for (const child of rows.resources) {
    if (child.of?.resource !== row.resource) continue;
    const records = store.table(scope, child.resource, child.global === true);
    for (const [key, record] of records)
      if (keyOf(child.of.key, record.members) === keyOf(row.key, parent.members)) records.delete(key);
  }
}

function appended(before: Members, next: Members): Members {
  const both = Object.entries(next).map(([name, value]): [string, Value] => {
    const earlier = before[name];
    return [name, isList(earlier) && isList(value) ? [...earlier, ...value] : value];
  });
  return { ...before, ...Object.fromEntries(both) };
}

const pick = (members: Members, names: readonly string[]): Members =>
  Object.fromEntries(Object.entries(members).filter(([name]) => names.includes(name)));

function missing({ model, operation, row }: Request, name: string): Failure {
  return refusal(
    model,
    operation,
    "missing",
    `The ${[row.resource, name].join(" ").trim()} does not exist.`,
    row.missing,
  );
}

function exists({ model, operation, row }: Request, given: Members): Outcome {
  const message = `The ${[row.resource, row.single ? "" : keyOf(row.key, given)].join(" ").trim()} already exists.`;
  return { failure: refusal(model, operation, "exists", message, row.exists) };
}
