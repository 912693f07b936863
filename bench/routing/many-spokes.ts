import { join } from "node:path";
import { loadZone } from "../../declaration/load";
import type { Account, LandingZone, RouteDomain } from "../../declaration/model";
import { withPlaceholderIds } from "../../declaration/placeholder-ids";

const workloads = ["prod", "nonprod", "data", "sandbox"] as const;

/**
 * The sample zone with many spokes, a stack for each route table: four domains of a quarter each, which all talk to the shared one and reach
 * the internet.
 */
export function manySpokes(count: number): LandingZone {
  const zone = loadZone(join(__dirname, "../../zone"));
  const template = zone.accounts.find(({ network, service }) => network && service);
  if (template === undefined) throw new Error("the sample has no account with a network and a service");
  const domains: readonly RouteDomain[] = [
    { name: "shared", talksTo: [...workloads], egress: true },
    ...workloads.map((name) => ({ name, talksTo: ["shared"], egress: true })),
  ];
  const spokes = Array.from({ length: count }, (_, at): Account => ({
    ...template,
    name: `team-${String(at).padStart(4, "0")}`,
    service: undefined,
    network: {
      domain: workloads[at % workloads.length] ?? "prod",
      prefixLength: 24,
      cidr: `10.${16 + (at >> 8)}.${at & 255}.0/24`,
    },
  }));
  return withPlaceholderIds({
    ...zone,
    accounts: [...zone.accounts.filter(({ name }) => name !== template.name), ...spokes],
    network: { ...zone.network, routingStacks: "per-domain", domains },
  });
}
