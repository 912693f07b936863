import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";

/** Delegations change when an account's zone is made anew; resolvers should not hold on to the old servers for long. */
const timeToLiveSeconds = 3600;

/** `aws_route53_record.<account>`: the apex zone names the servers of each service account's zone. */
export function addDelegations(stack: TerraformStack, zone: LandingZone): void {
  for (const { name, service } of zone.accounts) {
    if (service === undefined) continue;
    resource(stack, Route53Record, name, {
      zoneId: zone.ids.get("apex-zone"),
      name: service.domainName,
      type: "NS",
      ttl: timeToLiveSeconds,
      records: zone.ids.get(`name-servers/${name}`).split(","),
    });
  }
}
