import { readFileSync } from "node:fs";
import { UpdateFunctionCodeCommand } from "@aws-sdk/client-lambda";
import { bundleOperation } from "../../../workloads/bundle/bundle-function";
import { loadContract } from "../../../workloads/contract/load-contract";
import type { ServiceDefinition } from "../../../workloads/service-definition";
import type { KeptAccount } from "../kept-accounts";

/**
 * Deploys an operation with the handler of the same name in another directory.
 * @returns what puts the own one back
 */
export async function deployTwin(
  { lambda }: KeptAccount,
  service: ServiceDefinition,
  operation: string,
  handlers: string,
): Promise<() => Promise<void>> {
  const contract = loadContract(service.contract);
  const found = contract.operations.find(({ id }) => id === operation);
  if (found === undefined) throw new Error(`${service.name} has no operation ${operation}`);
  const codeOf = (definition: ServiceDefinition): Uint8Array =>
    readFileSync(bundleOperation(definition, contract, found).file);
  const own = codeOf(service);
  const twin = codeOf({ ...service, handlers });
  const deploy = async (ZipFile: Uint8Array): Promise<void> => {
    await lambda.send(new UpdateFunctionCodeCommand({ FunctionName: `${service.name}-${operation}`, ZipFile }));
  };
  await deploy(twin);
  return () => deploy(own);
}
