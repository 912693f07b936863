import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { Fn, type TerraformStack } from "cdktf";
import type { IdKey } from "../../declaration/ids";
import type { Account, AccountService, LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import { addServiceAlarmKey } from "./alarm-key";
import { addServiceBoundary } from "./boundary";
import { addDeployRole } from "./deploy-role";
import { addStateBucket } from "./state-bucket";

/** Everything a service's own stack finds in its account. Returns the ids that stack and `routing` need. */
export function addServiceHosting(
  stack: TerraformStack,
  zone: LandingZone,
  account: Account,
  service: AccountService,
): Partial<Record<IdKey, string>> {
  const hostedZone = resource(stack, Route53Zone, "service", {
    name: service.domainName,
    comment: `Names of the ${service.name} service`,
  });
  addServiceBoundary(stack, zone, account);
  addServiceAlarmKey(stack, zone, account);
  addDeployRole(stack, zone, account, service, { hostedZoneArn: hostedZone.arn });
  const bucket = addStateBucket(stack, zone, account);
  return {
    [`hosted-zone/${account.name}`]: hostedZone.zoneId,
    [`name-servers/${account.name}`]: Fn.join(",", hostedZone.nameServers),
    [`state-bucket/${account.name}`]: bucket.id,
  };
}
