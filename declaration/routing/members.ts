import type { IdKey } from "../ids";
import type { LandingZone } from "../model";

/** What is attached to the hub and belongs to a route domain: spokes, shared VPCs, and networks on premises. */
export interface Member {
  /** Unique among all of them: a spoke's is its account's. */
  readonly name: string;
  readonly domain: string;
  /** A VPC's one range, or those on premises; empty while a VPC's is not allocated. */
  readonly ranges: readonly string[];
  /** Where the id of its attachment is locked. */
  readonly key: IdKey;
  /** A VPC: the hub learns its range. What is on premises is routed by its declared ranges, whatever is announced from there. */
  readonly cloud: boolean;
}

/** Everything with a route domain, spokes first. */
export function membersOf({ accounts, network }: LandingZone): readonly Member[] {
  const allocated = (cidr: string | undefined): readonly string[] => (cidr === undefined ? [] : [cidr]);
  const ofHub = (name: string): IdKey => `hub-attachment/${name}`;
  return [
    ...accounts.flatMap(({ name, network: spoke }): Member[] =>
      spoke
        ? [{ name, domain: spoke.domain, ranges: allocated(spoke.cidr), key: `attachment/${name}`, cloud: true }]
        : [],
    ),
    ...network.sharedVpcs.map(({ name, domain, cidr }) => ({
      name,
      domain,
      ranges: allocated(cidr),
      key: ofHub(name),
      cloud: true,
    })),
    ...[...network.vpns, ...network.directConnects].map(({ name, domain, ranges }) => ({
      name,
      domain,
      ranges,
      key: ofHub(name),
      cloud: false,
    })),
  ];
}
