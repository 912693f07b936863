import type { NetworkPicture } from "../model/network";
import type { MappedEvent, ZoneMap } from "../model/zone-map";

/** A map of what is and of what was, so that what a change removes has a place in the picture. */
export function together(before: ZoneMap, after: ZoneMap): ZoneMap {
  return {
    ...after,
    units: union(before.units, after.units, ({ path }) => path),
    accounts: union(before.accounts, after.accounts, ({ name }) => name),
    network: networks(before.network, after.network),
    services: union(
      before.services,
      after.services,
      ({ name }) => name,
      (was, is) => ({
        ...is,
        accounts: texts(was.accounts, is.accounts),
      }),
    ),
    events: union(before.events, after.events, ({ bus, event }) => `${bus} ${event}`, events),
    logs: union(
      before.logs,
      after.logs,
      ({ what }) => what,
      (was, is) => ({ ...is, from: texts(was.from, is.from) }),
    ),
  };
}

function networks(before: NetworkPicture, after: NetworkPicture): NetworkPicture {
  const present = new Set(after.groups.flatMap(({ members }) => members.map(({ name }) => name)));
  return {
    ...after,
    domains: union(before.domains, after.domains, ({ name }) => name),
    hub: union(before.hub, after.hub, ({ name }) => name),
    groups: union(
      before.groups,
      after.groups,
      ({ name }) => name,
      (was, is) => ({
        ...is,
        members: [...is.members, ...was.members.filter(({ name }) => !present.has(name))],
      }),
    ),
    reaches: union(before.reaches, after.reaches, ({ from, to }) => `${from} ${to}`),
  };
}

function events(was: MappedEvent, is: MappedEvent): MappedEvent {
  const key = (each: object): string => JSON.stringify(each);
  return {
    ...is,
    publishers: union(was.publishers, is.publishers, key),
    subscribers: union(was.subscribers, is.subscribers, key),
  };
}

function texts(was: readonly string[], is: readonly string[]): readonly string[] {
  return union(was, is, (text) => text);
}

function union<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
  both: (was: Item, is: Item) => Item = (_was, is) => is,
): readonly Item[] {
  const former = new Map(before.map((item) => [keyOf(item), item]));
  const present = new Set(after.map(keyOf));
  return [
    ...after.map((item) => {
      const was = former.get(keyOf(item));
      return was === undefined ? item : both(was, item);
    }),
    ...before.filter((item) => !present.has(keyOf(item))),
  ];
}
