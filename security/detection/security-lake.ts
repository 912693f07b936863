import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { SecuritylakeAwsLogSource } from "@cdktf/provider-aws/lib/securitylake-aws-log-source";
import { SecuritylakeDataLake } from "@cdktf/provider-aws/lib/securitylake-data-lake";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { policyDocument } from "../../stack/policy-document";
import { resource } from "../../stack/resource";

type Source = NonNullable<LandingZone["security"]["securityLake"]>["sources"][number];

/** Security Lake API Reference, AwsLogSourceConfiguration. */
const sourceNames: Readonly<Record<Source, string>> = {
  "cloud-trail-management": "CLOUD_TRAIL_MGMT",
  route53: "ROUTE53",
  "security-hub": "SH_FINDINGS",
  "vpc-flow": "VPC_FLOW",
  "lambda-data": "LAMBDA_EXECUTION",
  "s3-data": "S3_DATA",
  waf: "WAF",
  "eks-audit": "EKS_AUDIT",
};

/** Name and policy of the role are AWS's: Security Lake User Guide, "Getting started with Amazon Security Lake", "Create the AmazonSecurityLakeMetaStoreManager role". */
const metaStoreManager = "AmazonSecurityLakeMetaStoreManagerV2";

/** Logs of every account in one schema (OCSF), in the home region. */
export function addSecurityLake(stack: TerraformStack, zone: LandingZone): void {
  const { securityLake } = zone.security;
  if (!securityLake) return;
  const accountId = zone.ids.get(`account/${zone.foundation["security-tooling"].name}`);
  const role = resource(stack, IamRole, "security-lake", {
    name: metaStoreManager,
    path: "/service-role/",
    description: "Lets Security Lake write what it holds into the Glue catalogue",
    assumeRolePolicy: policyDocument([
      {
        Sid: "SecurityLakeAssumes",
        Effect: "Allow",
        Principal: { Service: "lambda.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": accountId } },
      },
    ]),
  });
  const policy = resource(stack, IamRolePolicyAttachment, "security-lake", {
    role: role.name,
    policyArn: `arn:${zone.partition}:iam::aws:policy/service-role/AmazonSecurityLakeMetastoreManager`,
  });
  const lake = resource(stack, SecuritylakeDataLake, "organization", {
    metaStoreManagerRoleArn: role.arn,
    configuration: [
      {
        region: zone.regions.home,
        lifecycleConfiguration: [{ expiration: [{ days: securityLake.retentionDays }] }],
      },
    ],
    dependsOn: [policy],
  });
  for (const source of securityLake.sources)
    resource(stack, SecuritylakeAwsLogSource, source, {
      source: [{ sourceName: sourceNames[source], regions: [zone.regions.home] }],
      dependsOn: [lake],
    });
}
