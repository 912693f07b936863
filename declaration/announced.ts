import type { LandingZone } from "./model";

/**
 * What the hub announces to a Direct Connect gateway, whose other side knows the way to nothing else ("Allowed prefixes
 * interactions", AWS Direct Connect User Guide): the pool, and the ranges on premises that its domain talks to.
 */
export function announcedTo(
  { network }: Pick<LandingZone, "network">,
  site: { readonly name: string; readonly domain: string },
): readonly string[] {
  const own = network.directConnects.find(({ name }) => name === site.name);
  if (own?.announced !== undefined) return own.announced;
  const talksTo = network.domains.find(({ name }) => name === site.domain)?.talksTo ?? [];
  const heard = [...network.vpns, ...network.directConnects]
    .filter(({ domain }) => talksTo.includes(domain))
    .flatMap(({ ranges }) => ranges);
  return [network.pool, ...heard.filter((range) => own?.ranges.includes(range) !== true)];
}
