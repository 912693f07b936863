import type { AwsCall, AwsResponse, CallHandler } from "../gateway/call";
import { serviceModels } from "../gateway/service-models";
import { amendments } from "./amend";
import { amending, isAmended } from "./amend/amendment";
import { updatedGroups } from "./amend/updated-groups";
import { answerRow } from "./answer";
import { answerTags } from "./answer-tags";
import { rememberTags } from "./remember-tags";
import { firewallEndpoints } from "./firewall-endpoints";
import type { Outcome } from "./protocol/failure";
import { readInput } from "./protocol/read-input";
import { writeResponse } from "./protocol/write-response";
import { refusal } from "./refusals";
import { serviceRows } from "./resources";
import type { ServiceRows } from "./row";
import type { Members, OperationModel, ServiceModel } from "./shape";
import { memoryStore, scopeOf } from "./store";
import type { Store } from "./store";
import { violations } from "./validate";

/**
 * The links that serve what no emulator serves: one stored fill, driven by the tables in `resources/` and AWS's service models.
 *
 * @param modelsDirectory botocore's `data` directory.
 */
export function fillLinks(modelsDirectory: string): readonly CallHandler[] {
  const models = serviceModels(modelsDirectory);
  const store = memoryStore();
  const corrections = amendments();
  const complete = firewallEndpoints();
  const byService = new Map(serviceRows.map((rows) => [rows.service, rows]));
  return [
    updatedGroups(),
    async (call, forward) => {
      const amended = amending(corrections, forward);
      const rows = byService.get(call.service);
      const model = rows && models.load(rows.model);
      const stored = rows && model && storedAnswer(model, rows, store, call);
      if (stored) return complete(call, stored, forward);
      const answer = rows && model && (await rememberTags(model, rows, store, call, amended));
      return answer ?? (isAmended(corrections, call) ? amended(call) : undefined);
    },
  ];
}

/** The stored answer to a call, or `undefined` when no row claims its operation. */
export function storedAnswer(
  model: ServiceModel,
  rows: ServiceRows,
  store: Store,
  call: AwsCall,
): AwsResponse | undefined {
  const operation = model.operations[call.operation ?? ""];
  if (!operation || !claims(rows, operation.name)) return undefined;
  return writeResponse(model, operation, outcomeOf(model, operation, rows, store, call));
}

function claims(rows: ServiceRows, operation: string): boolean {
  const { tagging } = rows;
  const isTagging = tagging !== undefined && [tagging.tag, tagging.untag, tagging.list].includes(operation);
  return isTagging || rows.resources.some((row) => row.operations[operation] !== undefined);
}

function outcomeOf(
  model: ServiceModel,
  operation: OperationModel,
  rows: ServiceRows,
  store: Store,
  call: AwsCall,
): Outcome {
  const input = readInput(model, operation, call);
  if (input === undefined)
    return { failure: { code: "SerializationException", message: "The request body is malformed.", status: 400 } };
  const found = operation.input ? violations(model, operation.input, input) : [];
  if (found.length > 0) {
    const message = `${found.length} validation error${found.length > 1 ? "s" : ""} detected: ${found.join("; ")}`;
    return { failure: refusal(model, operation, "invalid", message) };
  }
  const scope = scopeOf(call);
  let output: Members | undefined;
  for (const row of rows.resources) {
    const verb = row.operations[operation.name];
    if (!verb) continue;
    const outcome = answerRow({ model, operation, rows, row, input, scope, store }, verb, output ?? {});
    if ("failure" in outcome) return outcome;
    output = { ...output, ...outcome.output };
  }
  if (output || !rows.tagging) return { output: output ?? {} };
  return answerTags({ model, operation, rows, tagging: rows.tagging, input, scope, store });
}
