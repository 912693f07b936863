import type { LandingZone } from "../../declaration/model";
import { hubVpcs } from "../../declaration/names";

/** A range by the name it is recorded under. */
export interface NamedRange {
  readonly name: string;
  readonly cidr: string;
}

/** A pool below that of the whole zone. */
export interface PlannedPool {
  /** Terraform name; those that are no route domain's have an underscore, which no domain's name has. */
  readonly address: string;
  readonly name: string;
  readonly description: string;
  readonly ranges: readonly NamedRange[];
}

/** The hub's pool and one a route domain, with every range that is recorded. */
export function planPools({ network, accounts }: LandingZone): readonly PlannedPool[] {
  const { egress, inspection, endpoints, sharedVpcs, domains } = network;
  const hub = [
    { name: hubVpcs.egress, cidr: egress.cidr },
    { name: hubVpcs.inspection, cidr: inspection?.cidr },
    { name: hubVpcs.endpoints, cidr: endpoints?.cidr },
  ];
  const members = [
    ...accounts.map((account) => ({ name: account.name, ...account.network })),
    ...sharedVpcs.map(({ name, domain, cidr }) => ({ name, domain, cidr })),
  ];
  return [
    { address: "hub_vpcs", name: "hub", description: "The hub's own VPCs", ranges: recorded(hub) },
    ...domains.map(({ name }) => ({
      address: name,
      name,
      description: `Route domain ${name}`,
      ranges: recorded(members.filter(({ domain }) => domain === name)),
    })),
  ];
}

function recorded(
  ranges: readonly { readonly name: string; readonly cidr?: string | undefined }[],
): readonly NamedRange[] {
  return ranges.flatMap(({ name, cidr }) => (cidr === undefined ? [] : [{ name, cidr }]));
}
