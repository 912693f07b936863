import type { AclRule } from "./acl-rule";

export const anywhere = "0.0.0.0/0";

/** Where a route of a VPC leads: the Transit Gateway, the internet gateway, a NAT gateway, or the firewall's endpoint in a zone. */
export type VpcTarget = "hub" | "internet" | { readonly nat: string } | { readonly firewall: string };

/** A route beside that of the VPC's own range, which every table has. `name` is its Terraform name. */
export interface VpcRoute {
  readonly name: string;
  readonly destination: string;
  readonly to: VpcTarget;
}

/** A route table of a VPC and the subnets associated with it, all by their Terraform names. */
export interface VpcTable {
  readonly name: string;
  readonly subnets: readonly string[];
  readonly routes: readonly VpcRoute[];
  /** Why it leads nowhere else, where the zone declares that. */
  readonly otherwise?: string;
}

/** Who may open a connection to something in a VPC, as its security group says. */
export interface Admission {
  readonly protocol: "tcp" | "udp";
  readonly port: number;
  readonly from: readonly string[];
}

/** A VPC as traffic sees it. Subnets that no table names have the main table, which knows the VPC's range alone. */
export interface VpcPlan {
  readonly cidr: string | undefined;
  /** Kind of the subnets that hold what is reached in it, and of those of the Transit Gateway: names less the zone's letter. */
  readonly main: string;
  readonly attachment: string;
  readonly tables: readonly VpcTable[];
  /** Of every subnet; for what arrives in order of number. Everything may leave. */
  readonly networkAcl: readonly AclRule[];
  /** Services with a gateway endpoint in it. */
  readonly gatewayEndpoints: readonly string[];
  /** What stands in it for others, by name; workloads have security groups of their own and are not named. */
  readonly serves: Readonly<Record<string, readonly Admission[]>>;
}

/** Last letters of the zone's availability zones, which end the names of subnets and of tables. */
export function zoneLetters(availabilityZones: readonly string[]): readonly string[] {
  return availabilityZones.map((zone) => zone.slice(-1));
}
