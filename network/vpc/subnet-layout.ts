import { formatRange, hasHostBits, parseRange, sizeOf } from "../../declaration/address-range";

/** The subnets of one VPC in one availability zone. `zone` is the AWS name, `letter` its last character. */
export interface ZoneSubnets {
  readonly zone: string;
  readonly letter: string;
  /** Large subnet: workloads in a spoke, NAT gateways in the egress VPC. */
  readonly main: string;
  /** /28 for the Transit Gateway's interface and nothing else, as "Transit gateway design best practices" asks. */
  readonly attachment: string;
}

/** A VPC's range cannot hold a main and an attachment subnet in each zone. */
export class SubnetLayoutError extends Error {
  constructor(range: string, zones: number) {
    super(`${range} is too small for ${zones} availability zones: a /26 holds two, a /25 three`);
    this.name = "SubnetLayoutError";
  }
}

/** Smallest subnet AWS allows ("Subnet sizing"), and what AWS recommends for attachments. */
const smallest = 28;

/**
 * Lays out a VPC: main subnets count up from its first address, attachment subnets count down from its last. Neither
 * size nor place depends on the number of zones, so a zone added later moves no subnet (AWS would replace it).
 *
 * @throws SubnetLayoutError when they would overlap; RangeError when `range` is no range.
 */
export function layoutSubnets(range: string, zones: readonly string[]): readonly ZoneSubnets[] {
  const parsed = parseRange(range);
  if (parsed === undefined || hasHostBits(parsed)) throw new RangeError(`${range} is not an IPv4 range`);
  const { first, prefixLength } = parsed;
  const mainPrefix = Math.min(smallest, prefixLength + (prefixLength <= 24 ? 2 : 3));
  const end = first + sizeOf(prefixLength);
  if (zones.length * (sizeOf(mainPrefix) + sizeOf(smallest)) > sizeOf(prefixLength))
    throw new SubnetLayoutError(range, zones.length);
  return zones.map((zone, index) => ({
    zone,
    letter: zone.slice(-1),
    main: formatRange({ first: first + index * sizeOf(mainPrefix), prefixLength: mainPrefix }),
    attachment: formatRange({ first: end - (index + 1) * sizeOf(smallest), prefixLength: smallest }),
  }));
}
