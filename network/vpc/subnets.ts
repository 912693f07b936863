import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";
import type { ZoneSubnets } from "./subnet-layout";

/** A zone's layout and the subnets made from it. */
export interface PlacedSubnets {
  readonly zone: string;
  readonly letter: string;
  readonly main: Subnet;
  readonly attachment: Subnet;
}

/** Adds `aws_subnet.<mainName>-a` and `aws_subnet.<attachmentName>-a` for each zone. No subnet gives out public addresses. */
export function addSubnets(
  stack: TerraformStack,
  vpc: Vpc,
  mainName: string,
  layout: readonly ZoneSubnets[],
  attachmentName = "attachment",
): readonly PlacedSubnets[] {
  const subnet = (name: string, availabilityZone: string, cidrBlock: string): Subnet =>
    resource(stack, Subnet, name, {
      vpcId: vpc.id,
      availabilityZone,
      cidrBlock,
      mapPublicIpOnLaunch: false,
      tags: { Name: name },
    });
  return layout.map(({ letter, zone, main, attachment }) => ({
    zone,
    letter,
    main: subnet(`${mainName}-${letter}`, zone, main),
    attachment: subnet(`${attachmentName}-${letter}`, zone, attachment),
  }));
}

/** Ids of placed subnets by the names they are planned under. @throws Error for a name that none of them has */
export function subnetIdOf(
  mainName: string,
  placed: readonly PlacedSubnets[],
  attachmentName = "attachment",
): (name: string) => string {
  const ids = new Map(
    placed.flatMap(({ letter, main, attachment }) => [
      [`${mainName}-${letter}`, main.id],
      [`${attachmentName}-${letter}`, attachment.id],
    ]),
  );
  return (name) => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`no subnet ${name} is placed`);
    return id;
  };
}
