import type { LandingZone } from "../../declaration/model";

/** A range on premises, and the name of a route to it: `<network>-1`. */
export interface OnPremisesRange {
  readonly name: string;
  readonly range: string;
}

/** The ranges on premises of some route domains, in order of name. */
export function rangesOnPremises(
  { network }: LandingZone,
  isAsked: (domain: string) => boolean,
): readonly OnPremisesRange[] {
  return [...network.vpns, ...network.directConnects]
    .filter(({ domain }) => isAsked(domain))
    .flatMap(({ name, ranges }) => ranges.map((range, index) => ({ name: `${name}-${index + 1}`, range })))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
