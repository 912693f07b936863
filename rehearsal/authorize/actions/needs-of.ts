import { loadUniverse } from "../../../engine/universe/load-universe";
import type { Members } from "../../fill/shape";
import type { AwsCall } from "../../gateway/call";
import type { Need } from "../need";
import { partitionOf } from "../partition";
import { resourcesOf } from "../resources/resources-of";
import { apiGatewayNeeds } from "./api-gateway";
import { itemActions, itemNeeds } from "./dynamodb";
import { passedTo, passRoleNeeds } from "./pass-role";
import { prefixOf } from "./prefixes";
import { renamedActions } from "./renamed";
import { s3Actions } from "./s3";
import { s3Needs } from "./s3-needs";
import { taggingAction, taggingNeeds } from "./tagging";

/**
 * The IAM actions of an operation, without looking at its input.
 * @returns no action when AWS asks for no permission
 */
export function actionsOf(service: string, operation: string): readonly string[] {
  const ofS3 = service === "s3" ? s3Actions[operation] : undefined;
  const ofItems = service === "dynamodb" ? itemActions(operation) : undefined;
  if (ofItems) return ofItems;
  return renamedActions(`${service}:${operation}`) ?? [ofS3 ?? `${prefixOf(service)}:${operation}`];
}

/** The actions of a call, without looking at its input. */
export function possibleActions(call: AwsCall): readonly string[] {
  const { service, operation = "" } = call;
  const passes = passedTo(service, operation) === undefined ? [] : ["iam:PassRole"];
  const own = withoutInput(call, partitionOf(call.principal))?.map(({ action }) => action);
  const actions = own ?? actionsOf(service, operation);
  return [...actions, ...actions.flatMap((action) => taggingAction(action) ?? []), ...passes];
}

/** Whether the request line and headers say what a call needs, whatever is in its body. */
export function isInRequestLine(call: AwsCall): boolean {
  return withoutInput(call, partitionOf(call.principal)) !== undefined;
}

/** Services whose actions follow from the request line and headers. */
function withoutInput(call: AwsCall, partition: string): readonly Need[] | undefined {
  if (call.service === "s3") return s3Needs(call, partition);
  if (call.service !== "apigateway") return undefined;
  const isOwnAction = loadUniverse().find(`apigateway:${call.operation ?? ""}`) !== undefined;
  return isOwnAction ? undefined : apiGatewayNeeds(call, partition);
}

/**
 * The permissions a call needs. Several resources of one action are a need each: a Deny of any refuses the call (Service Authorization Reference,
 * "Actions table": an action with several required resource types).
 *
 * @param input by the model's member names
 * @param ownerOf account of a resource that another account owns and shares, by its id
 */
export function needsOf(call: AwsCall, input: Members, ownerOf: (id: string) => string | undefined): readonly Need[] {
  const { service, operation = "" } = call;
  const partition = partitionOf(call.principal);
  const scope = { partition, region: call.region, account: call.account, operation, ownerOf };
  const own = ownNeeds(call, operation, input, scope);
  return [...own, ...taggingNeeds(own, input, call.body), ...passRoleNeeds(service, operation, input, scope)];
}

function ownNeeds(
  call: AwsCall,
  operation: string,
  input: Members,
  scope: Parameters<typeof resourcesOf>[2],
): readonly Need[] {
  const direct = withoutInput(call, scope.partition);
  if (direct) return direct;
  const { partition, region, account } = scope;
  if (call.service === "dynamodb" && itemActions(operation)) {
    const tables = itemNeeds(operation, input).map(({ action, table }) => ({
      action,
      resource: table.startsWith("arn:") ? table : `arn:${partition}:dynamodb:${region}:${account}:table/${table}`,
    }));
    return tables.length > 0
      ? tables
      : actionsOf("dynamodb", operation).map((action) => ({ action, resource: undefined }));
  }
  const universe = loadUniverse();
  const actions = actionsOf(call.service, operation);
  return actions.flatMap((action): readonly Need[] => {
    const facts = universe.find(action);
    if (facts === undefined) return [{ action, resource: undefined }];
    return resourcesOf(facts, input, scope).map((resource) => ({ action: facts.name, resource }));
  });
}
