import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { TerraformProvider, TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { globalRegion } from "../declaration/regions";

const alias = "global";

/**
 * The provider for what only exists in the region of the partition's global services; undefined where that is the home region. One a stack, with the
 * credentials and tags of the stack's own.
 */
export function globalProvider(stack: TerraformStack, zone: LandingZone): TerraformProvider | undefined {
  const region = globalRegion(zone.regions.home);
  if (region === zone.regions.home) return undefined;
  const made = stack.node.tryFindChild(alias);
  if (made instanceof AwsProvider) return made;
  const own = stack.node.tryFindChild("aws");
  if (!(own instanceof AwsProvider)) throw new Error(`the stack ${stack.node.id} has no provider of its own`);
  return new AwsProvider(stack, alias, {
    alias,
    region,
    ...(own.allowedAccountIds ? { allowedAccountIds: own.allowedAccountIds } : {}),
    ...(own.assumeRole ? { assumeRole: own.assumeRole } : {}),
    ...(own.defaultTags ? { defaultTags: own.defaultTags } : {}),
    maxRetries: 25,
    retryMode: "standard",
  });
}
