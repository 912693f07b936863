/** One version of one event: `orders/OrderPurchased.v1`. */
export interface EventName {
  /** The service that publishes it, and EventBridge's `source`. */
  readonly source: string;
  /** EventBridge's `detail-type`. */
  readonly detailType: string;
  readonly version: number;
}

const form = /^([a-z][a-z0-9-]*)\/([A-Z][A-Za-z0-9]*)\.v([1-9]\d*)$/;

/** The event that a text names; undefined when it is no such name. */
export function parseEventName(text: string): EventName | undefined {
  const [, source, detailType, version] = form.exec(text) ?? [];
  if (source === undefined || detailType === undefined) return undefined;
  return { source, detailType, version: Number(version) };
}

/** What follows the source: how its own service names the event. */
export function localName({ detailType, version }: Omit<EventName, "source">): string {
  return `${detailType}.v${version}`;
}

export function eventName(event: EventName): string {
  return `${event.source}/${localName(event)}`;
}
