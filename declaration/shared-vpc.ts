import type { Account, LandingZone, SharedVpc } from "./model";

/** The VPC whose subnets an account is given in place of a spoke. */
export function sharedVpcOf({ network }: LandingZone, { sharedVpc }: Account): SharedVpc | undefined {
  return network.sharedVpcs.find(({ name }) => name === sharedVpc);
}
