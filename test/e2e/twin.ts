import { readFileSync } from "node:fs";
import {
  GetFunctionConfigurationCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import { unzipSync } from "fflate";
import { bundleConsumer, bundleOperation, bundleTask } from "../../workloads/bundle/bundle-function";
import { zip } from "../../workloads/bundle/zip";
import { loadContract } from "../../workloads/contract/load-contract";
import type { ServiceDefinition } from "../../workloads/service-definition";
import type { KeptAccount } from "./kept-accounts";

/** The zip that a function of a service is deployed with. */
export type Code = (service: ServiceDefinition, name: string) => Uint8Array;

/** What it is made of: the code of an operation, a consumer or a task. */
const ownCode: Code = (service, name) => {
  const { consumers = {}, tasks = {} } = service;
  const { [name]: consumer } = consumers;
  if (consumer !== undefined) return readFileSync(bundleConsumer(service, name, consumer).file);
  const { [name]: task } = tasks;
  if (task !== undefined) return readFileSync(bundleTask(service, name, task).file);
  const contract = loadContract(service.contract);
  const operation = contract.operations.find(({ id }) => id === name);
  if (operation === undefined) throw new Error(`${service.name} has no ${name}`);
  return readFileSync(bundleOperation(service, contract, operation).file);
};

/**
 * Its own code with a mechanism switched off.
 * @throws Error, when it is made, where the change changes nothing: the mechanism looks different by now
 */
export function changedCode(change: (code: string) => string): Code {
  return (service, name) => {
    const code = Buffer.from(unzipSync(ownCode(service, name))["index.mjs"] ?? []).toString();
    const changed = change(code);
    if (changed === code) throw new Error(`${service.name}-${name} has nothing to switch off`);
    return zip({ "index.mjs": Buffer.from(changed) });
  };
}

/** The handler of the same name in another directory. */
export function handledIn(handlers: string): Code {
  return (service, name) => ownCode({ ...service, handlers }, name);
}

/** Fails at once. */
export const failing = only('export const handler = async () => { throw new Error("broken on purpose"); };');

/** Answers nobody until Lambda ends it. */
export const silent = only("export const handler = () => new Promise((done) => setTimeout(done, 60_000));");

function only(source: string): Code {
  return () => zip({ "index.mjs": Buffer.from(source) });
}

/**
 * Deploys a function with other code, and with variables beside its own.
 * @returns what puts its own back
 */
export async function deployTwin(
  { lambda }: Pick<KeptAccount, "lambda">,
  service: ServiceDefinition,
  name: string,
  twin: Code,
  variables: Readonly<Record<string, string>> = {},
): Promise<() => Promise<void>> {
  const FunctionName = `${service.name}-${name}`;
  const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
  const own = { ...Environment?.Variables };
  const deploy = async (ZipFile: Uint8Array, Variables: Record<string, string>): Promise<void> => {
    await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }));
    await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables } }));
  };
  await deploy(twin(service, name), { ...own, ...variables });
  return () => deploy(ownCode(service, name), own);
}

/** Does something while a function has other code. */
export async function whileTwin(
  account: KeptAccount,
  service: ServiceDefinition,
  name: string,
  twin: Code,
  during: () => Promise<void>,
): Promise<void> {
  const restore = await deployTwin(account, service, name, twin);
  try {
    await during();
  } finally {
    await restore();
  }
}
