import type { OperationModel, ServiceModel, Members } from "./shape";
import { shapeOf } from "./shape";
import type { Outcome } from "./protocol/failure";
import { refusal } from "./refusals";
import type { ServiceRows, TagOperations } from "./row";
import type { Scope, Store, Tags } from "./store";
import { isTagsMember, tagKeysIn, taggedArn, tagsIn, writeTags } from "./tags";

export interface TagRequest {
  readonly model: ServiceModel;
  readonly operation: OperationModel;
  readonly rows: ServiceRows;
  readonly tagging: TagOperations;
  readonly input: Members;
  readonly scope: Scope;
  readonly store: Store;
}

/** Tags, untags or lists the tags of whatever holds the ARN the input names. */
export function answerTags(request: TagRequest): Outcome {
  const { model, operation, tagging, input } = request;
  const arn = taggedArn(model, operation, input) ?? "";
  const holder = holderOf(request, arn);
  if (!holder) return { failure: refusal(model, operation, "missing", `The resource ${arn} does not exist.`) };
  if (operation.name === tagging.list) return { output: listing(model, operation, holder.tags) };
  const removed = new Set(tagKeysIn(input));
  const next = operation.name === tagging.tag ? { ...holder.tags, ...tagsIn(input) } : holder.tags;
  holder.save(Object.fromEntries(Object.entries(next).filter(([key]) => !removed.has(key))));
  return { output: {} };
}

function listing(model: ServiceModel, operation: OperationModel, tags: Tags): Members {
  const members = operation.output ? (shapeOf(model, operation.output).members ?? {}) : {};
  const found = Object.entries(members).find(([name]) => isTagsMember(name));
  return found ? { [found[0]]: writeTags(model, found[1], tags) } : {};
}

function holderOf(
  { rows, tagging, scope, store }: TagRequest,
  arn: string,
): { tags: Tags; save: (tags: Tags) => void } | undefined {
  for (const row of rows.resources) {
    if (row.arn === undefined) continue;
    const records = store.table(scope, row.resource, row.global === true);
    for (const [key, record] of records)
      if (record.members[row.arn[0]] === arn)
        return { tags: record.tags, save: (tags) => void records.set(key, { ...record, tags }) };
  }
  if (tagging.anyArn !== true) return undefined;
  const foreign = store.foreignTags(scope);
  return { tags: foreign.get(arn) ?? {}, save: (tags) => void foreign.set(arn, tags) };
}
