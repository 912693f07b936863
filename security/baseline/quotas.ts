import { ServicequotasServiceQuota } from "@cdktf/provider-aws/lib/servicequotas-service-quota";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";

/** Services whose quotas are an account's and no region's (Service Quotas User Guide, "Viewing service quotas", on global quotas). */
const ofAccounts: ReadonlySet<string> = new Set([
  "account",
  "cloudfront",
  "globalaccelerator",
  "iam",
  "networkmanager",
  "organizations",
  "route53",
  "shield",
]);

/** Asks AWS to raise quotas: Service Quotas User Guide, "Requesting a quota increase". AWS may take days, and Terraform does not wait. */
export function requestQuotas(stack: TerraformStack, zone: LandingZone): void {
  for (const [name, { service, code, value }] of Object.entries(zone.baseline.quotas))
    resource(stack, ServicequotasServiceQuota, name, { serviceCode: service, quotaCode: code, value });
}

/** Those that each region has its own of. */
export function requestRegionalQuotas(stack: TerraformStack, zone: LandingZone): void {
  for (const [name, { service, code, value }] of Object.entries(zone.baseline.quotas))
    if (!ofAccounts.has(service))
      resource(stack, ServicequotasServiceQuota, name, { serviceCode: service, quotaCode: code, value });
}
