import { readFileSync } from "node:fs";
import {
  GetFunctionConfigurationCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import { unzipSync } from "fflate";
import { bundleConsumer } from "../../../workloads/bundle/bundle-function";
import { zip } from "../../../workloads/bundle/zip";
import type { ServiceDefinition } from "../../../workloads/service-definition";
import { fulfilment } from "../../../workloads/services/fulfilment/service";
import { orders } from "../../../workloads/services/orders/service";
import { store as accounts } from "../../../workloads/services/purchase";
import type { KeptAccounts } from "../kept-accounts";

/** As a handler writes it, or `ifAbsent` of the runtime. */
const condition = /attribute_not_exists\((id|orderId|\$\{\w+\})\)/g;
/** Holds of every item. */
const always = "attribute_not_exists(no_such_attribute)";

/**
 * Deploys consumers of the store without what makes them idempotent: no key is remembered, and no write has a condition.
 * @returns what puts them back
 */
export async function withoutIdempotency(store: KeptAccounts): Promise<() => Promise<void>> {
  const off = [
    await switchOff(store, accounts.orders, orders, "recordPayment"),
    await switchOff(store, accounts.fulfilment, fulfilment, "reserveStock"),
  ];
  return async () => {
    for (const restore of off) await restore();
  };
}

async function switchOff(
  store: KeptAccounts,
  account: string,
  service: ServiceDefinition,
  consumer: string,
): Promise<() => Promise<void>> {
  const { lambda } = await store.account(account);
  const FunctionName = `${service.name}-${consumer}`;
  const definition = service.consumers?.[consumer];
  if (definition === undefined) throw new Error(`${service.name} has no consumer ${consumer}`);
  const bundled = readFileSync(bundleConsumer(service, consumer, definition).file);
  const code = Buffer.from(unzipSync(bundled)["index.mjs"] ?? []).toString();
  const changed = code.replace(condition, always);
  if (changed === code) throw new Error(`${FunctionName} has no condition to switch off`);
  const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
  const Variables = { ...Environment?.Variables };
  const deploy = async (ZipFile: Uint8Array, variables: Record<string, string>): Promise<void> => {
    await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile }));
    await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables: variables } }));
  };
  await deploy(zip({ "index.mjs": Buffer.from(changed) }), { ...Variables, POWERTOOLS_IDEMPOTENCY_DISABLED: "true" });
  return () => deploy(bundled, Variables);
}
