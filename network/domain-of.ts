import type { LandingZone, RouteDomain } from "../declaration/model";

/** @throws Error for a route domain that is not declared: no zone that validates names one */
export function domainOf({ network }: LandingZone, name: string): RouteDomain {
  const domain = network.domains.find((each) => each.name === name);
  if (domain === undefined) throw new Error(`route domain ${name} is not declared`);
  return domain;
}
