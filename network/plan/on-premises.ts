import type { LandingZone } from "../../declaration/model";

/** A range on premises, and the name of a route to it: `<network>-1`. */
export interface OnPremisesRange {
  readonly name: string;
  readonly range: string;
}

/** The ranges on premises of some route domains, VPNs first. */
export function rangesOnPremises(
  { network }: LandingZone,
  isAsked: (domain: string) => boolean,
): readonly OnPremisesRange[] {
  return [...network.vpns, ...network.directConnects]
    .filter(({ domain }) => isAsked(domain))
    .flatMap(({ name, ranges }) => ranges.map((range, index) => ({ name: `${name}-${index + 1}`, range })));
}

/**
 * What the hub announces to a Direct Connect gateway, whose other side knows the way to nothing else: the pool ("Allowed prefixes
 * interactions", AWS Direct Connect User Guide). Networks on premises do not reach each other through the hub.
 */
export function planAnnounced({ network }: LandingZone): readonly string[] {
  return [network.pool];
}
