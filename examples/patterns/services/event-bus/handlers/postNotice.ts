import type { OperationHandle } from "../../../../../workloads/runtime";
import type { noticeBoard } from "../service";

interface Parts {
  readonly path: { readonly noticeId: string };
  readonly body: { readonly text: string };
}

/** The event is called by its notice: told twice, it is the same one. */
export const postNotice: OperationHandle<typeof noticeBoard, "postNotice", Parts> = async ({ path, body }, { bus }) => {
  const { noticeId } = path;
  await bus.publish({ event: "NoticePosted.v1", data: { noticeId, text: body.text }, id: noticeId });
  return { status: 204 };
};
