import type { OperationHandle } from "../../../../../workloads/runtime";
import type { Happening } from "../happening";
import type { fanOut } from "../service";

interface Parts {
  readonly body: Happening;
}

export const tellHappening: OperationHandle<typeof fanOut, "tellHappening", Parts> = async ({ body }, { topics }) => {
  await topics.happenings.publish(body);
  return { status: 202, body: { orderId: body.orderId } };
};
