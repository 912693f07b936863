import { overlaps, parseRange } from "../../../declaration/address-range";
import type { Account, LandingZone } from "../../../declaration/model";
import { accountStackId } from "../../../declaration/stacks";
import type { LiveSubnet, LiveTransitGateway, LiveVpc } from "./live-network";

/** Where a spoke's subnets are: as `network/vpc/subnet-layout.ts` puts them. */
export type Layout = (
  range: string,
  zones: readonly string[],
) => readonly { readonly zone: string; readonly letter: string; readonly main: string; readonly attachment: string }[];

export interface FoundNetworks {
  readonly transitGateway: LiveTransitGateway | undefined;
  readonly vpcs: readonly { readonly account: Account; readonly vpc: LiveVpc }[];
}

/** What the zone's files gain, and what stands in the way of it. */
export interface NetworkAdoption {
  /** Stack → address → import id. */
  readonly imports: LandingZone["imports"];
  /** Account → range. */
  readonly ranges: Readonly<Record<string, string>>;
  readonly obstacles: readonly string[];
}

/**
 * How the stacks take over a Transit Gateway and VPCs that exist. An import whose object Terraform would replace is an obstacle: nothing
 * that is adopted may be destroyed.
 */
export function planNetworkAdoption(
  zone: LandingZone,
  { transitGateway, vpcs }: FoundNetworks,
  layout: Layout,
): NetworkAdoption {
  const hub = transitGateway?.id ?? (zone.ids.has("transit-gateway") ? zone.ids.get("transit-gateway") : undefined);
  const spokes = vpcs.map(({ account, vpc }) => ({ account, vpc, ...spokeImports(zone, vpc, layout, hub) }));
  return {
    imports: {
      ...(transitGateway ? { network: { "aws_ec2_transit_gateway.hub": transitGateway.id } } : {}),
      ...Object.fromEntries(spokes.map(({ account, imports }) => [accountStackId(account.name), imports])),
    },
    ranges: Object.fromEntries(spokes.map(({ account, vpc }) => [account.name, vpc.cidr])),
    obstacles: [
      ...(transitGateway ? hubObstacles(zone, transitGateway) : []),
      ...spokes.flatMap(({ account, vpc, obstacles }) => [...sizeObstacles(account, vpc), ...obstacles]),
    ],
  };
}

function hubObstacles(zone: LandingZone, { id, owner, amazonSideAsn, multicast }: LiveTransitGateway): string[] {
  const { network } = zone.foundation;
  const declared = zone.network.transitGateway.amazonSideAsn;
  return [
    ...(owner === zone.ids.get(`account/${network.name}`)
      ? []
      : [`${id} is the account ${owner}'s, not ${network.name}'s`]),
    ...(amazonSideAsn === declared
      ? []
      : [`${id} has the ASN ${amazonSideAsn}; declare network.transitGateway.amazonSideAsn: ${amazonSideAsn}`]),
    ...(multicast ? [`${id} supports multicast, which Landfall does not declare: it would be replaced`] : []),
  ];
}

/** A VPC's range decides where everything is in it, so that the declared size has to be its own. */
function sizeObstacles({ name, network }: Account, { id, cidr }: LiveVpc): string[] {
  const prefixLength = parseRange(cidr)?.prefixLength;
  if (network === undefined || prefixLength === undefined || prefixLength === network.prefixLength) return [];
  return [`${id} is ${cidr}; declare prefixLength: ${prefixLength} in the network of ${name}`];
}

interface Spoke {
  readonly imports: Readonly<Record<string, string>>;
  readonly obstacles: readonly string[];
}

function spokeImports(zone: LandingZone, vpc: LiveVpc, layout: Layout, hub: string | undefined): Spoke {
  const wanted = layout(vpc.cidr, zone.network.availabilityZones).flatMap(
    ({ zone: place, letter, main, attachment }) => [
      { name: `private-${letter}`, place, cidr: main, isMain: true },
      { name: `attachment-${letter}`, place, cidr: attachment, isMain: false },
    ],
  );
  const attachment = hub === undefined ? undefined : vpc.attachments.get(hub);
  const imports: [string, string][] = [["aws_vpc.spoke", vpc.id]];
  const obstacles: string[] = [];
  for (const { name, place, cidr, isMain } of wanted) {
    const there = vpc.subnets.filter((subnet) => isOverlapping(subnet, cidr));
    const [same] = there.filter((subnet) => subnet.cidr === cidr && subnet.zone === place);
    if (same) {
      imports.push([`aws_subnet.${name}`, same.id]);
      if (isMain && same.routeTable !== undefined)
        imports.push([`aws_route_table_association.${name}`, `${same.id}/${same.routeTable}`]);
    } else
      obstacles.push(
        ...there.map(
          (subnet) => `${subnet.id} (${subnet.cidr}, ${subnet.zone}) is where ${name} goes (${cidr}, ${place})`,
        ),
      );
  }
  if (attachment !== undefined) imports.push(["aws_ec2_transit_gateway_vpc_attachment.hub", attachment]);
  return { imports: Object.fromEntries(imports), obstacles };
}

function isOverlapping({ cidr }: LiveSubnet, range: string): boolean {
  const [one, other] = [parseRange(cidr), parseRange(range)];
  return one !== undefined && other !== undefined && overlaps(one, other);
}
