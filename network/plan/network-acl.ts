import type { LandingZone } from "../../declaration/model";
import type { AclRule } from "./acl-rule";
import { natLetters } from "./egress";
import { anywhere } from "./vpc-plan";

/**
 * SSH and RDP: "Network ACLs should not allow ingress from 0.0.0.0/0 to port 22 or port 3389", Security Hub control EC2.21. UDP is left
 * alone: RDP opens a UDP channel only beside a TCP connection.
 */
const administration: readonly number[] = [22, 3389];

/**
 * The first port from which NAT gateways connect to the internet ("NAT gateway basics", Amazon VPC User Guide): answers to theirs are traffic
 * like any other, and nothing but NAT gateways is in the egress VPC's public subnets.
 */
const firstNatPort = 1024;

/** Who may send what into a VPC's subnets, in order of number. Without the zone's ACLs, as AWS's default one says: everybody everything. */
export function planNetworkAcl(
  { network }: LandingZone,
  refused: readonly number[] = administration,
): readonly AclRule[] {
  if (!network.networkAcls) return [{ number: 100, action: "allow", from: anywhere }];
  return [
    { number: 100, action: "allow", from: network.pool },
    ...refused.map((tcpPort, index) => ({
      number: 200 + index,
      action: "deny" as const,
      from: anywhere,
      tcpPort,
    })),
    { number: 300, action: "allow", from: anywhere },
  ];
}

/** That of the egress VPC. */
export function planEgressAcl(zone: LandingZone): readonly AclRule[] {
  const hasNat = natLetters(zone).length > 0;
  return planNetworkAcl(zone, hasNat ? administration.filter((port) => port < firstNatPort) : administration);
}
