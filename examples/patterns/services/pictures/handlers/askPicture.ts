import { type OperationHandle, timeOrderedId } from "../../../../../workloads/runtime";
import type { PictureJob } from "../picture";
import type { pictures } from "../service";

interface Parts {
  readonly body: Pick<PictureJob, "milliseconds">;
}

/** Answers once the job is in the queue: from there on it is not lost. */
export const askPicture: OperationHandle<typeof pictures, "askPicture", Parts> = async ({ body }, { queues }) => {
  const pictureId = timeOrderedId(Date.now());
  await queues.jobs.send({ pictureId, milliseconds: body.milliseconds } satisfies PictureJob);
  return { status: 202, headers: { location: `/pictures/${pictureId}` }, body: { pictureId } };
};
