import { hubVpcs } from "../../../declaration/names";
import { type Connection, sideOf } from "../../../network/reachability/connection";
import { everyWay } from "../../../network/reachability/every-way";
import type { MappedNetwork, NetworkMap } from "../../../network/reachability/map";

/** Passes every network ACL that Landfall writes, so that routes decide. */
export const tcp443 = { protocol: "tcp", port: 443 } as const;

export function isInspected({ there, back }: Connection): boolean {
  return [...there.hops, ...(back?.hops ?? [])].some(({ by }) => by === "firewall");
}

/** Whether a member reaches the interface endpoints. */
export function toEndpoints(map: NetworkMap, source: MappedNetwork | undefined): boolean {
  const endpoints = map.networks.get(hubVpcs.endpoints);
  const admissions = Object.values(endpoints?.network.vpc?.serves ?? {});
  if (source === undefined || endpoints === undefined || endpoints.ranges.length === 0) return false;
  const from = source.ranges.map(({ first }) => sideOf(source, first));
  return admissions.some((admits) => {
    const to = { ...sideOf(endpoints), admits };
    return everyWay(map, from, [to], tcp443).connection.stops === undefined;
  });
}
