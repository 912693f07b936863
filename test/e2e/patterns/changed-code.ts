import { readFileSync } from "node:fs";
import { UpdateFunctionCodeCommand } from "@aws-sdk/client-lambda";
import { unzipSync } from "fflate";
import { bundleConsumer, bundleOperation } from "../../../workloads/bundle/bundle-function";
import { zip } from "../../../workloads/bundle/zip";
import { loadContract } from "../../../workloads/contract/load-contract";
import type { ServiceDefinition } from "../../../workloads/service-definition";
import type { KeptAccount } from "../kept-accounts";

/**
 * Deploys an operation or a consumer with a part of its code changed: a mechanism switched off.
 * @returns what deploys it as it was
 */
export async function withChangedCode(
  { lambda }: KeptAccount,
  service: ServiceDefinition,
  name: string,
  mechanism: RegExp,
  instead: string,
): Promise<() => Promise<void>> {
  const FunctionName = `${service.name}-${name}`;
  const bundled = bundleOf(service, name);
  const code = Buffer.from(unzipSync(bundled)["index.mjs"] ?? []).toString();
  const changed = code.replace(mechanism, instead);
  if (changed === code) throw new Error(`${FunctionName} has no such mechanism: ${String(mechanism)}`);
  const deploy = async (ZipFile: Uint8Array): Promise<void> => {
    await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }));
  };
  await deploy(zip({ "index.mjs": Buffer.from(changed) }));
  return () => deploy(bundled);
}

function bundleOf(service: ServiceDefinition, name: string): Buffer {
  const consumer = service.consumers?.[name];
  if (consumer !== undefined) return readFileSync(bundleConsumer(service, name, consumer).file);
  const contract = loadContract(service.contract);
  const operation = contract.operations.find(({ id }) => id === name);
  if (operation === undefined) throw new Error(`${service.name} has no ${name}`);
  return readFileSync(bundleOperation(service, contract, operation).file);
}
