import type { EventName } from "./schemas/event-name";

/** An event pattern of EventBridge, of exact values only. */
export interface EventPattern {
  readonly source: readonly [string];
  readonly "detail-type": readonly [string];
  readonly detail: { readonly metadata: { readonly version: readonly [number] } };
}

/** One version of one event. */
export function patternOf({ source, detailType, version }: EventName): EventPattern {
  return { source: [source], "detail-type": [detailType], detail: { metadata: { version: [version] } } };
}
