import { contractError } from "../contract/contract-error";
import type { Contract, Operation } from "../contract/model";
import type { ServiceDefinition } from "../service-definition";

/** @throws UserError when the contract and the definition do not have the same operations. */
export function checkOperations({ contract: file, operations, api }: ServiceDefinition, contract: Contract): void {
  const inContract = contract.operations.map(({ id }) => id);
  const defined = [...Object.keys(operations), ...Object.keys(api?.sendTo ?? {})];
  const problems = [
    ...inContract
      .filter((id) => !defined.includes(id))
      .map((id) => `the operation ${id} is not in the service's definition, so nothing says what it uses`),
    ...Object.keys(operations)
      .filter((id) => api?.sendTo?.[id] !== undefined)
      .map((id) => `${id} is sent to a queue, so it has no function to define`),
    ...defined.filter((id) => !inContract.includes(id)).map((id) => `the service defines ${id}, which is no operation`),
  ];
  if (problems.length > 0) throw contractError(problems.map((message) => ({ file, line: 1, message })));
}

/** Operations that a function answers: all but those sent to a queue. */
export function withFunction({ api }: ServiceDefinition, { operations }: Contract): readonly Operation[] {
  return operations.filter(({ id }) => api?.sendTo?.[id] === undefined);
}
