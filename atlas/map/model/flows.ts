import type { MappedEvent } from "./zone-map";

/** An event that goes from one service to another on a bus, in however many accounts they run. */
export interface Flow {
  readonly bus: string;
  readonly event: string;
  readonly from: string;
  readonly to: string;
  readonly subscription: string;
}

export function flowsOf(events: readonly MappedEvent[]): readonly Flow[] {
  const flows = events.flatMap(({ bus, event, publishers, subscribers }) =>
    publishers.flatMap((publisher) =>
      subscribers.map(({ service, subscription }) => ({
        bus,
        event,
        from: publisher.service,
        to: service,
        subscription,
      })),
    ),
  );
  return [...new Map(flows.map((flow) => [JSON.stringify(flow), flow])).values()];
}
