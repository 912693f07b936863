import type { LandingZone } from "../../declaration/model";
import { anywhere, type VpcTable, zoneLetters } from "./vpc-plan";

/** Kinds of the inspection VPC's subnets: one stack holds it beside the egress VPC. */
export const inspectionSubnets = { main: "inspection-firewall", attachment: "inspection-attachment" } as const;

/** What arrives from the hub goes to the firewall's endpoint in the same zone, and from there back to the hub. */
export function planInspectionTables({ network }: LandingZone): readonly VpcTable[] {
  const { main, attachment } = inspectionSubnets;
  const letters = zoneLetters(network.availabilityZones);
  return [
    {
      name: main,
      subnets: letters.map((letter) => `${main}-${letter}`),
      routes: [{ name: `${main}-default`, destination: anywhere, to: "hub" }],
    },
    ...letters.map((letter): VpcTable => {
      const name = `${attachment}-${letter}`;
      const routes = [{ name: `${name}-default`, destination: anywhere, to: { firewall: letter } }];
      return { name, subnets: [name], routes };
    }),
  ];
}

/**
 * What the firewall lets pass. It is stateful: answers pass where the question did. To the internet that is TCP from the pool, of which
 * it drops what does not ask for an allowed name by HTTP or TLS.
 */
export interface FirewallPlan {
  readonly allowedDomains: readonly string[];
  /** Whether it lets members of route domains talk to each other, who may as far as routes say. */
  readonly betweenDomains: boolean;
}

export function planFirewall({ network: { inspection } }: LandingZone): FirewallPlan | undefined {
  if (!inspection) return undefined;
  const { allowedDomains, betweenDomains } = inspection;
  return { allowedDomains, betweenDomains };
}
