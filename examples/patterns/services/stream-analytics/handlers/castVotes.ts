import type { OperationHandle } from "../../../../../workloads/runtime";
import type { streamAnalytics } from "../service";
import type { Vote } from "../vote";

interface Parts {
  readonly body: { readonly votes: readonly Vote[] };
}

export const castVotes: OperationHandle<typeof streamAnalytics, "castVotes", Parts> = async (
  { body: { votes } },
  { dataStreams },
) => {
  await dataStreams.votes.put(...votes.map((vote) => ({ key: vote.id, data: vote })));
  return { status: 202, body: { taken: votes.length } };
};
