import { matchesAction } from "../match/action";
import { matchesResource } from "../match/resource";
import type { PolicyVersion, Statement } from "../policy/policy";
import type { Request } from "../request";
import { holds } from "./holds";

/** Whether a statement says anything about a request: action, resource and every condition fit. */
export function applies(statement: Statement, request: Request, version: PolicyVersion): boolean {
  return (
    matchesAction(statement.action, request.action) &&
    matchesResource(statement.resource, request.resource, request.context, version) &&
    statement.conditions.every((test) => holds(test, request.context, version))
  );
}
