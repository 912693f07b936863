import type { AwsCall, AwsResponse } from "../gateway/call";
import { readInput } from "./protocol/read-input";
import { readJson } from "./protocol/json-body";
import type { ServiceRows } from "./row";
import { isMembers } from "./shape";
import type { ServiceModel, Value } from "./shape";
import { scopeOf } from "./store";
import type { Store } from "./store";
import { tagsIn } from "./tags";

/** Forwards a creation whose tags the emulator forgets, and keeps them under the ARN in its answer (JSON services only). */
export async function rememberTags(
  model: ServiceModel,
  rows: ServiceRows,
  store: Store,
  call: AwsCall,
  forward: (call: AwsCall) => Promise<AwsResponse>,
): Promise<AwsResponse | undefined> {
  const path = rows.tagging?.atCreation?.[call.operation ?? ""];
  const operation = model.operations[call.operation ?? ""];
  if (path === undefined || !operation?.output) return undefined;
  const response = await forward(call);
  if (response.status >= 300) return response;
  const output = readJson(model, operation.output, JSON.parse(response.body.toString("utf8")) as Value);
  const arn = path
    .split(".")
    .reduce<Value | undefined>((value, name) => (isMembers(value) ? value[name] : undefined), output);
  const tags = tagsIn(readInput(model, operation, call) ?? {});
  if (typeof arn === "string") store.foreignTags(scopeOf(call)).set(arn, tags);
  return response;
}
