import { type OperationHandle, problem } from "../../../../../workloads/runtime";
import type { lateSubscriber } from "../service";

interface Parts {
  readonly path: { readonly noticeId: string };
}

export const getNotice: OperationHandle<typeof lateSubscriber, "getNotice", Parts> = async ({ path }, { tables }) => {
  const notice = await tables.notices.get({ Key: { noticeId: path.noticeId }, ConsistentRead: true });
  return notice === undefined
    ? problem(404, "Nobody told of such a notice")
    : { status: 200, body: { text: notice["text"] } };
};
