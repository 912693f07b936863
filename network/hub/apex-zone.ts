import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";

/** `aws_route53_zone.apex`: the public zone above every service account's own; `routing` adds the delegations. */
export function addApexZone(stack: TerraformStack, zone: LandingZone): Route53Zone {
  return resource(stack, Route53Zone, "apex", {
    name: zone.dns.serviceSuffix,
    comment: "Parent of the service accounts' zones",
  });
}
