import { Inspector2Enabler } from "@cdktf/provider-aws/lib/inspector2-enabler";
import { Inspector2MemberAssociation } from "@cdktf/provider-aws/lib/inspector2-member-association";
import { Inspector2OrganizationConfiguration } from "@cdktf/provider-aws/lib/inspector2-organization-configuration";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { watchedAccounts } from "../../declaration/watched-accounts";
import { resource } from "../../stack/resource";

type Scan = LandingZone["security"]["inspector"][number];

/** Amazon Inspector API Reference, ResourceScanType. */
const resourceTypes: Readonly<Record<Scan, string>> = {
  ec2: "EC2",
  ecr: "ECR",
  lambda: "LAMBDA",
  "lambda-code": "LAMBDA_CODE",
};

/** Amazon Inspector scans what the zone declares in every account: Inspector User Guide, "Managing multiple accounts in Amazon Inspector". */
export function addInspector(stack: TerraformStack, zone: LandingZone): void {
  const { inspector: scans } = zone.security;
  if (scans.length === 0) return;
  // Code is scanned beside what functions are made of, not instead.
  const scanned: readonly Scan[] = scans.includes("lambda-code") ? ["lambda", ...scans] : scans;
  const types = [...new Set(scanned.map((scan) => resourceTypes[scan]))].sort();
  const tooling = zone.ids.get(`account/${zone.foundation["security-tooling"].name}`);
  const own = resource(stack, Inspector2Enabler, "organization", { accountIds: [tooling], resourceTypes: types });
  resource(stack, Inspector2OrganizationConfiguration, "organization", {
    autoEnable: {
      ec2: scans.includes("ec2"),
      ecr: scans.includes("ecr"),
      lambda: scanned.includes("lambda"),
      lambdaCode: scans.includes("lambda-code"),
    },
    dependsOn: [own],
  });
  for (const { name } of watchedAccounts(zone)) {
    const accountId = zone.ids.get(`account/${name}`);
    const member = resource(stack, Inspector2MemberAssociation, name, { accountId, dependsOn: [own] });
    resource(stack, Inspector2Enabler, name, { accountIds: [accountId], resourceTypes: types, dependsOn: [member] });
  }
}
