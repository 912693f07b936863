import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import type { TerraformStack } from "cdktf";
import { endpointName } from "../../declaration/endpoint-services";
import type { IdKey } from "../../declaration/ids";
import type { LandingZone } from "../../declaration/model";
import { dnsAddress } from "../../declaration/terraform-addresses";
import { resource } from "../../stack/resource";

/**
 * `aws_route53_zone.<service>`, the private zone of the service's regional name, whose one record leads to its endpoint. Each VPC
 * that is associated with it besides is another stack's: hashicorp/aws, "aws_route53_zone", asks to ignore them here.
 */
export function addServiceZones(
  stack: TerraformStack,
  zone: LandingZone,
  endpoints: ReadonlyMap<string, VpcEndpoint>,
  vpc: Vpc,
): Partial<Record<IdKey, string>> {
  const ids = [...endpoints].map(([service, endpoint]) => {
    const { zone: name, record } = endpointName(service, zone.regions.home, zone.partition);
    const hosted = resource(stack, Route53Zone, dnsAddress(service), {
      name,
      comment: `Interface endpoint of ${service}`,
      vpc: [{ vpcId: vpc.id }],
      lifecycle: { ignoreChanges: ["vpc"] },
    });
    const first = endpoint.dnsEntry.get(0);
    resource(stack, Route53Record, dnsAddress(service), {
      zoneId: hosted.id,
      name: record,
      type: "A",
      alias: { name: first.dnsName, zoneId: first.hostedZoneId, evaluateTargetHealth: false },
    });
    return [`private-zone/${service}`, hosted.id] as const;
  });
  return Object.fromEntries(ids);
}
