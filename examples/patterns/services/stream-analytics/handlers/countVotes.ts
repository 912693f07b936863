import { type ConsumerHandle, countInWindows } from "../../../../../workloads/runtime";
import type { streamAnalytics } from "../service";
import { isVote, windowSeconds } from "../vote";

/** The stream keeps a record for a day; one that is parked may be looked at for two weeks. */
const rememberSeconds = 15 * 24 * 3600;

export const countVotes: ConsumerHandle<typeof streamAnalytics, "countVotes"> = async (records, { tables }) => {
  const votes = records.map(({ id, lane, data }) => {
    if (!isVote(data)) throw new Error(`the record ${id} is no vote`);
    return { id: data.id, key: data.choice, at: Date.parse(data.at), lane };
  });
  await countInWindows(votes, { tables, windowSeconds, rememberSeconds });
};
