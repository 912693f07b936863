import type { OperationHandle } from "../../../runtime/handle";
import { balanceId } from "../purchase/provider";
import type { payments } from "../service";

interface Parts {
  readonly path: { readonly customerId: string };
  readonly body: { readonly balance: number };
}

/** What a customer has at the simulated payment provider. */
export const setBalance: OperationHandle<typeof payments, "setBalance", Parts> = async ({ path, body }, { tables }) => {
  const { customerId } = path;
  await tables.provider.put({ Item: { id: balanceId(customerId), balance: body.balance } });
  return { status: 200, body: { customerId, balance: body.balance } };
};
