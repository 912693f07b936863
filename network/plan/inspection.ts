import type { LandingZone } from "../../declaration/model";
import { anywhere, type VpcTable, zoneLetters } from "./vpc-plan";

/** What arrives from the hub goes to the firewall's endpoint in the same zone, and from there back to the hub. */
export function planInspectionTables({ network }: LandingZone): readonly VpcTable[] {
  return zoneLetters(network.availabilityZones).flatMap((letter): VpcTable[] => [
    {
      name: `attachment-${letter}`,
      subnets: [`attachment-${letter}`],
      routes: [{ name: `attachment-${letter}-default`, destination: anywhere, to: { firewall: letter } }],
    },
    {
      name: `firewall-${letter}`,
      subnets: [`firewall-${letter}`],
      routes: [{ name: `firewall-${letter}-default`, destination: anywhere, to: "hub" }],
    },
  ]);
}

/** What the firewall lets pass. A stateful firewall lets answers pass to what it let pass. */
export interface FirewallPlan {
  /** Ports on which it reads the name that is asked for. */
  readonly webPorts: readonly number[];
  readonly allowedDomains: readonly string[];
  /** Whether it lets members of route domains talk to each other, who may as far as routes say. */
  readonly betweenDomains: boolean;
}

export function planFirewall({ network: { inspection } }: LandingZone): FirewallPlan | undefined {
  if (!inspection) return undefined;
  const { allowedDomains, betweenDomains } = inspection;
  return { webPorts: [80, 443], allowedDomains, betweenDomains };
}
