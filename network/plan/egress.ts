import type { LandingZone } from "../../declaration/model";
import { anywhere, type VpcTable, zoneLetters } from "./vpc-plan";

/** Letters of the zones that have a NAT gateway: none, the first, or all. */
export function natLetters({ network: { availabilityZones, egress } }: LandingZone): readonly string[] {
  const letters = zoneLetters(availabilityZones);
  return letters.slice(0, { none: 0, single: 1, "per-zone": letters.length }[egress.natGateways]);
}

/** Public subnets: out by the internet gateway, and replies to spokes (any address of the pool) back to the hub. */
export function planPublicTable({ network }: LandingZone): VpcTable {
  return {
    name: "public",
    subnets: zoneLetters(network.availabilityZones).map((letter) => `public-${letter}`),
    routes: [
      { name: "public-default", destination: anywhere, to: "internet" },
      { name: "public-pool", destination: network.pool, to: "hub" },
    ],
  };
}

/** Attachment subnets: what arrives from the hub leaves by the zone's NAT gateway, or by the one there is. */
export function planAttachmentTables(zone: LandingZone): readonly VpcTable[] {
  const nats = natLetters(zone);
  return zoneLetters(zone.network.availabilityZones).map((letter, index) => {
    const name = `attachment-${letter}`;
    const nat = nats[index] ?? nats[0];
    return {
      name,
      subnets: [name],
      routes: nat === undefined ? [] : [{ name: `${name}-default`, destination: anywhere, to: { nat: `nat-${nat}` } }],
      otherwise: `natGateways: ${zone.network.egress.natGateways}: the egress VPC forwards nothing`,
    };
  });
}
