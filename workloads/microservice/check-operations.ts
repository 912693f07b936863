import { didYouMean } from "../../declaration/problem/nearest";
import { contractError } from "../contract/contract-error";
import { callersOf } from "../api/authorizers/callers-of";
import type { Contract, Operation } from "../contract/model";
import type { ServiceDefinition } from "../service-definition";

/** @throws UserError when the contract and the definition do not have the same operations, or requests go to a queue that is not there. */
export function checkOperations(definition: ServiceDefinition, contract: Contract): void {
  const { contract: file, operations, api, queues = {} } = definition;
  const inContract = contract.operations.map(({ id }) => id);
  const defined = [...Object.keys(operations), ...Object.keys(api?.sendTo ?? {})];
  const readByFunction = callersOf(contract).flatMap(({ kind, scheme }) => (kind === "token" ? [scheme] : []));
  const problems = [
    ...keyed(definition, contract),
    ...inContract
      .filter((id) => !defined.includes(id))
      .map((id) => `the operation ${id} is not in the service's definition, so nothing says what it uses`),
    ...Object.keys(operations)
      .filter((id) => api?.sendTo?.[id] !== undefined)
      .map((id) => `${id} is sent to a queue, so it has no function to define`),
    ...Object.entries(api?.sendTo ?? {})
      .filter(([, queue]) => queues[queue] === undefined)
      .map(
        ([id, queue]) =>
          `${id} is sent to ${queue}, which is no queue of the service${didYouMean(queue, Object.keys(queues))}`,
      ),
    ...Object.entries(api?.authorizers ?? {})
      .filter(([scheme, { uses }]) => uses !== undefined && !readByFunction.includes(scheme))
      .map(([scheme]) => `api.authorizers.${scheme} uses something, but no function reads the tokens of ${scheme}`),
    ...Object.entries(operations)
      .filter(([, { concurrency = 1 }]) => !(concurrency >= 1 && concurrency <= 1000))
      .map(([id, { concurrency }]) => `${id} has a concurrency of ${concurrency}, not 1 to 1000`),
    ...defined.filter((id) => !inContract.includes(id)).map((id) => `the service defines ${id}, which is no operation`),
  ];
  if (problems.length > 0) throw contractError(problems.map((message) => ({ file, line: 1, message })));
}

/** What the runtime answers to a request that is repeated is in the contract. */
function keyed({ operations }: ServiceDefinition, contract: Contract): readonly string[] {
  return contract.operations.flatMap(({ id, responses }) => {
    const key = operations[id]?.key;
    if (key === undefined) return [];
    return [
      ...(key === "" ? [`${id} has an empty key`] : []),
      ...[400, 409, 422]
        .filter((status) => !responses.some((response) => response.status === status))
        .map((status) => `${id} has a key, so it answers ${status} too, which the contract does not say`),
    ];
  });
}

/** Operations that a function answers: all but those sent to a queue. */
export function withFunction({ api }: ServiceDefinition, { operations }: Contract): readonly Operation[] {
  return operations.filter(({ id }) => api?.sendTo?.[id] === undefined);
}
