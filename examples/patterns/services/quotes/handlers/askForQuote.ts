import { type OperationHandle, timeOrderedId } from "../../../../../workloads/runtime";
import type { Parcel } from "../quote";
import type { quotes } from "../service";

interface Parts {
  readonly body: Omit<Parcel, "quoteId">;
}

export const askForQuote: OperationHandle<typeof quotes, "askForQuote", Parts> = async (
  { body },
  { stateMachines },
) => {
  const quoteId = timeOrderedId(Date.now());
  await stateMachines.quote.start(quoteId, { quoteId, ...body });
  return { status: 202, headers: { location: `/quotes/${quoteId}` }, body: { quoteId } };
};
