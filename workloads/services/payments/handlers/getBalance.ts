import type { OperationHandle } from "../../../runtime/handle";
import { problem } from "../../../runtime/reply";
import { balanceId } from "../purchase/provider";
import type { payments } from "../service";

interface Parts {
  readonly path: { readonly customerId: string };
}

export const getBalance: OperationHandle<typeof payments, "getBalance", Parts> = async ({ path }, { tables }) => {
  const { customerId } = path;
  const found = await tables.provider.get<{ balance: number }>({
    Key: { id: balanceId(customerId) },
    ConsistentRead: true,
  });
  return found
    ? { status: 200, body: { customerId, balance: found.balance } }
    : problem(404, `The payment provider does not know ${customerId}`);
};
