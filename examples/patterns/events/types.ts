/** Written by Landfall from the schemas beside it; `docs/events.md` says how. Do not change it by hand. */

/** Somebody posted a notice. */
export interface EventBusNoticePostedV1 {
  readonly noticeId: string;
  readonly text: string;
}

export interface Events {
  readonly "event-bus/NoticePosted.v1": EventBusNoticePostedV1;
}
