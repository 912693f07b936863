import type { Side } from "../../../../network/reachability/connection";
import { sideOf } from "../../../../network/reachability/connection";
import type { NetworkMap } from "../../../../network/reachability/map";
import { internet, outside } from "../../../../network/reachability/outside";
import type { ZoneMap } from "../../model/zone-map";

/** Name → where a connection from or to it has its ends: accounts with a network, networks of the hub's members, interface endpoints, the internet. */
export function placesOf({ accounts }: ZoneMap, map: NetworkMap): ReadonlyMap<string, readonly Side[]> {
  const sides = (name: string, network: string): readonly Side[] => {
    const found = map.networks.get(network);
    if (found?.network.domain === undefined) return [];
    return found.ranges.map(({ first }, index) => ({
      ...sideOf(found, first),
      name,
      shown: found.network.ranges[index] ?? name,
    }));
  };
  const endpoints = [...map.networks.values()].flatMap((network) =>
    Object.entries(network.network.vpc?.serves ?? {}).map(([service, admits]): [string, readonly Side[]] => [
      service === "resolver" ? service : `endpoint:${service}`,
      network.ranges.map((range, index) => ({
        ...sideOf(network, range.first),
        shown: network.network.ranges[index] ?? service,
        name: service,
        admits,
      })),
    ]),
  );
  const named: readonly [string, readonly Side[]][] = [
    ...accounts.map(({ name, network = "" }): [string, readonly Side[]] => [name, sides(name, network)]),
    ...[...map.networks.keys()].map((name): [string, readonly Side[]] => [name, sides(name, name)]),
    ...endpoints,
    [internet, [outside(map)]],
  ];
  return new Map(named.filter(([, found]) => found.length > 0));
}
