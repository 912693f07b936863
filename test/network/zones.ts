import { resolve } from "node:path";
import { loadZone } from "../../declaration/load";
import type { LandingZone, RouteDomain } from "../../declaration/model";
import { withIds } from "../fixtures/ids";

/** The sample zone after its first deployment. */
export const sample = withIds(loadZone(resolve(__dirname, "../../zone")));

/** Three availability zones, domains in one account's hands. */
export const birch = withIds(loadZone(resolve(__dirname, "../zones/birch")));

export function withNetwork(zone: LandingZone, network: Partial<LandingZone["network"]>): LandingZone {
  return withIds({ ...zone, network: { ...zone.network, ...network } });
}

export function withDomains(zone: LandingZone, domains: readonly RouteDomain[]): LandingZone {
  return withNetwork(zone, { domains });
}
