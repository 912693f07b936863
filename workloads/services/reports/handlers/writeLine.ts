import type { ConsumerHandle } from "../../../runtime/handle";
import { itemOf, lineOf } from "../line";
import type { reports } from "../service";

/**
 * Writes one line an event. The table says which are written, so that a repeated event is none more. A function that ends between Firehose's yes and
 * that note writes its line again, and Firehose itself may deliver one twice ("at least once", Firehose Developer Guide, "Data delivery"): both have
 * the same `event_id`, by which queries count (`count(DISTINCT event_id)`).
 */
export const writeLine: ConsumerHandle<typeof reports, "writeLine"> = async (given, { tables, deliveryStreams }) => {
  const line = lineOf(given);
  const item = itemOf(line);
  const { day, event_id } = item;
  if (await tables.lines.get({ Key: { day, event_id }, ConsistentRead: true })) return;
  await deliveryStreams.lines.put(line);
  await tables.lines.put({ Item: item });
};
