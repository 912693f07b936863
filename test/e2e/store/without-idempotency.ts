import type { ServiceDefinition } from "../../../workloads/service-definition";
import { fulfilment } from "../../../workloads/services/fulfilment/service";
import { orders } from "../../../workloads/services/orders/service";
import { store as accounts } from "../../../workloads/services/purchase";
import type { KeptAccounts } from "../kept-accounts";
import { changedCode, deployTwin } from "../twin";

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
  const unconditional = changedCode((code) => code.replace(condition, always));
  return deployTwin(await store.account(account), service, consumer, unconditional, {
    POWERTOOLS_IDEMPOTENCY_DISABLED: "true",
  });
}
