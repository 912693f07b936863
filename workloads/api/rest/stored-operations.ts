import { contractError, type ContractProblem } from "../../contract/contract-error";
import type { Contract, Operation } from "../../contract/model";
import type { ApiDefinition } from "../api-definition";

/** SQS Developer Guide, "Message attributes": ten a message, and the correlation id is one. */
const mostHeaders = 9;

/** Headers that go with a stored request. */
export function keptHeaders({ parameters }: Operation): readonly string[] {
  return parameters.filter((parameter) => parameter.in === "header").map(({ name }) => name);
}

/** What the client is told once its request is stored. */
export function storedStatus({ responses }: Operation): number {
  return responses.find(({ status }) => status >= 200 && status < 300)?.status ?? 202;
}

/** @throws UserError when an operation cannot be stored as its contract says, at the operation's line */
export function checkStoredOperations(contract: Contract, { sendTo = {} }: ApiDefinition): void {
  const problems = contract.operations.flatMap((operation) =>
    sendTo[operation.id] === undefined ? [] : problemsOf(contract, operation),
  );
  if (problems.length > 0) throw contractError(problems);
}

function problemsOf(contract: Contract, operation: Operation): readonly ContractProblem[] {
  const { id, method, path, parameters, body, responses } = operation;
  const line = contract.lineOf(["paths", path, method.toLowerCase()]);
  const success = responses.filter(({ status }) => status >= 200 && status < 300);
  const messages = [
    ...(body?.required === true ? [] : ["needs a required body: it is what is stored"]),
    ...(success.length === 1 && (success[0]?.status === 200 || success[0]?.status === 202)
      ? []
      : ["needs one answer of success, 200 or 202"]),
    ...(success.some(({ mediaType }) => mediaType !== undefined) ? ["answers without a body when it is stored"] : []),
    // SQS refuses an empty attribute, so that a header that may be missing cannot be one.
    ...parameters
      .filter((parameter) => parameter.in === "header" && !parameter.required)
      .map(({ name }) => `needs the header ${name} to be required: it is stored with the body`),
    ...(keptHeaders(operation).length > mostHeaders ? [`can keep ${mostHeaders} headers`] : []),
    ...[400, 415, 500]
      .filter((status) => !responses.some((response) => response.status === status))
      .map((status) => `answers ${status} too, which the contract does not say`),
  ];
  return messages.map((message) => ({ file: contract.file, line, message: `${id} is sent to a queue: it ${message}` }));
}
