import { bundleConsumer } from "../../../workloads/bundle/bundle-function";
import type { ServiceDefinition } from "../../../workloads/service-definition";
import { fulfilment } from "../../../workloads/services/fulfilment/service";
import { orders } from "../../../workloads/services/orders/service";
import { store as accounts } from "../../../workloads/services/purchase";
import { changedFunction } from "../changed-function";
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
  return changedFunction(lambda, FunctionName, bundleConsumer(service, consumer, definition).file, {
    code: (code) => code.replace(condition, always),
    variables: { POWERTOOLS_IDEMPOTENCY_DISABLED: "true" },
  });
}
