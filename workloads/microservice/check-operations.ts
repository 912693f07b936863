import { contractError } from "../contract/contract-error";
import type { Contract } from "../contract/model";
import type { ServiceDefinition } from "../service-definition";

/** @throws UserError when the contract and the definition do not have the same operations. */
export function checkOperations({ contract: file, operations }: ServiceDefinition, contract: Contract): void {
  const inContract = contract.operations.map(({ id }) => id);
  const defined = Object.keys(operations);
  const problems = [
    ...inContract
      .filter((id) => !defined.includes(id))
      .map((id) => `the operation ${id} is not in the service's definition, so nothing says what it uses`),
    ...defined.filter((id) => !inContract.includes(id)).map((id) => `the service defines ${id}, which is no operation`),
  ];
  if (problems.length > 0) throw contractError(problems.map((message) => ({ file, line: 1, message })));
}
