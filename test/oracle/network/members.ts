import { addressText, nth } from "./address";
import type { Endpoint } from "./reachable";
import type { Vpc } from "./world/vpcs";
import type { World } from "./world/world";

/** Who may reach whom: a VPC, what is behind an attachment that is no VPC's, or the internet. */
export interface Member {
  /** Key its attachment's id is locked by, such as `attachment/orders-dev`; the VPC's address where it has none. */
  readonly name: string;
  /** A host in each subnet that is meant for hosts: of a VPC all but those of its attachment alone. */
  readonly hosts: readonly Endpoint[];
  /** A host in each of the other subnets. */
  readonly others: readonly Endpoint[];
  /** The VPC's default security group. */
  readonly defaultGroup: string | undefined;
}

/** RFC 5737, TEST-NET-3. */
export const onTheInternet: Endpoint = { address: "203.0.113.10" };

/** Every VPC of all stacks, what is behind every other attachment, and the internet last. */
export function membersOf(world: World): readonly Member[] {
  const leaves = [...world.hub.behind].map(([attachment, ranges]): Member => ({
    name: world.hub.attachments.get(attachment)?.keys[0] ?? attachment,
    hosts: ranges.map((range) => ({ attachment, address: addressText(nth(range, 10)) })),
    others: [],
    defaultGroup: undefined,
  }));
  const internet: Member = { name: "internet", hosts: [onTheInternet], others: [], defaultGroup: undefined };
  return [...[...world.vpcs.values()].map((vpc) => vpcMember(world, vpc)), ...leaves, internet];
}

function vpcMember(world: World, vpc: Vpc): Member {
  const attachments = [...world.hub.attachments.values()].filter((each) => each.vpc === vpc.id);
  const interfaces = attachments.flatMap(({ zones }) => [...zones.values()]);
  const hostIn = ({ range }: Vpc["subnets"][number]): Endpoint => ({
    vpc: vpc.id,
    address: addressText(nth(range, 10)),
  });
  return {
    name: attachments.flatMap(({ keys }) => keys)[0] ?? vpc.id,
    hosts: vpc.subnets.filter(({ id }) => !interfaces.includes(id)).map(hostIn),
    others: vpc.subnets.filter(({ id }) => interfaces.includes(id)).map(hostIn),
    defaultGroup: vpc.defaultGroup,
  };
}
