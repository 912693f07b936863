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
 * What the hub announces to a Direct Connect gateway, whose other side knows the way to nothing else ("Allowed prefixes
 * interactions", AWS Direct Connect User Guide): the pool, and the ranges on premises that its domain talks to.
 */
export function planAnnounced(
  zone: LandingZone,
  site: { readonly name: string; readonly domain: string },
): readonly string[] {
  const talksTo = zone.network.domains.find(({ name }) => name === site.domain)?.talksTo ?? [];
  const own = zone.network.directConnects.find(({ name }) => name === site.name)?.ranges ?? [];
  const heard = rangesOnPremises(zone, (domain) => talksTo.includes(domain)).map(({ range }) => range);
  return [zone.network.pool, ...heard.filter((range) => !own.includes(range))];
}
