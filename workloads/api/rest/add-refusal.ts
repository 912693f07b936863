import { methodsOf } from "../../contract/model";
import { nameOf } from "./add-paths";
import type { RestContext } from "./rest-context";
import { addMock } from "./mock";
import { ownHeaders } from "./own-headers";

/** Answers every method that a path has not with 405: API Gateway itself would say that a token is missing. No function runs for it. */
export function addRefusal(context: RestContext, path: string, resourceId: string): void {
  const { input } = context;
  const problem = {
    type: "about:blank",
    title: "Method Not Allowed",
    status: 405,
    detail: "The path has no such method",
    correlationId: "$context.requestId",
  };
  addMock(context, {
    name: `any_${nameOf(path)}`,
    httpMethod: "ANY",
    resourceId,
    status: 405,
    headers: {
      ...ownHeaders("method.response", input),
      "method.response.header.Allow": `'${methodsOf(input.contract, path).join(", ")}'`,
    },
    body: JSON.stringify(problem),
  });
}
