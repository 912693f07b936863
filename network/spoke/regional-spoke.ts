import type { TerraformStack } from "cdktf";
import type { IdKey } from "../../declaration/ids";
import type { Account, LandingZone } from "../../declaration/model";
import { regionalZone } from "../regional-zone";
import { addSpoke } from "./spoke";

/** An account's spoke in a region beyond the home region, where it has one, and the id of its attachment. */
export function addRegionalSpoke(
  stack: TerraformStack,
  zone: LandingZone,
  account: Account,
  region: string,
): Partial<Record<IdKey, string>> {
  const { network } = account;
  const spoke = network?.regions?.find((each) => each.region === region);
  if (!network || !spoke) return {};
  const ids = addSpoke(stack, regionalZone(zone, region), account, { ...network, cidr: spoke.cidr });
  const attachment = ids[`attachment/${account.name}`];
  return attachment === undefined ? {} : { [`region-attachment/${region}/${account.name}`]: attachment };
}
