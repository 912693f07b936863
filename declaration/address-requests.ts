import type { AddressRequest } from "./addresses";
import { type HubVpc, regionalNetworkName } from "./names";

/** The VPCs a zone declares, as far as their ranges go. */
export interface NetworksToAllocate {
  readonly hubVpcs: Readonly<Partial<Record<HubVpc, { readonly prefixLength: number }>>>;
  readonly sharedVpcs: readonly { readonly name: string; readonly prefixLength: number }[];
  /** Accounts with a spoke of their own. */
  readonly spokes: readonly { readonly name: string; readonly prefixLength: number }[];
}

/** Spokes beyond the home region, by region: each region allocates from its own part of the pool. */
export function regionalRequests(
  region: string,
  accounts: readonly { readonly name: string; readonly prefixLength: number; readonly regions: readonly string[] }[],
): readonly AddressRequest[] {
  return byName(
    accounts
      .filter(({ regions }) => regions.includes(region))
      .map(({ name, prefixLength }) => ({ name: regionalNetworkName(name, region), prefixLength })),
  );
}

/** Hub VPCs in the order they are allocated. */
const hubOrder: readonly HubVpc[] = ["egress", "inspection", "endpoints"];

/** Ranges a zone wants, in the order they are allocated: the hub's VPCs, shared VPCs by name, accounts by name. */
export function addressRequests({ hubVpcs, sharedVpcs, spokes }: NetworksToAllocate): readonly AddressRequest[] {
  const hub = hubOrder.flatMap((name) => {
    const vpc = hubVpcs[name];
    return vpc ? [{ name, prefixLength: vpc.prefixLength }] : [];
  });
  return [...hub, ...byName(sharedVpcs), ...byName(spokes)];
}

function byName(networks: NetworksToAllocate["spokes"]): readonly AddressRequest[] {
  return networks.map(({ name, prefixLength }) => ({ name, prefixLength })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
