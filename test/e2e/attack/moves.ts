import { DeleteAlternateContactCommand, AccountClient, EnableRegionCommand } from "@aws-sdk/client-account";
import { ACMClient, ListCertificatesCommand } from "@aws-sdk/client-acm";
import { CloudFormationClient, ListStacksCommand } from "@aws-sdk/client-cloudformation";
import {
  CloudTrailClient,
  DeleteTrailCommand,
  DescribeTrailsCommand,
  StopLoggingCommand,
} from "@aws-sdk/client-cloudtrail";
import { DeleteBackupCommand, DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import {
  CreateInternetGatewayCommand,
  DeleteTransitGatewayVpcAttachmentCommand,
  DeleteVpcCommand,
  EC2Client,
  PurchaseReservedInstancesOfferingCommand,
  RunInstancesCommand,
} from "@aws-sdk/client-ec2";
import { DeleteDetectorCommand, GuardDutyClient, ListDetectorsCommand } from "@aws-sdk/client-guardduty";
import {
  CreateAccessKeyCommand,
  CreateLoginProfileCommand,
  CreateRoleCommand,
  DeleteOpenIDConnectProviderCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  IAMClient,
} from "@aws-sdk/client-iam";
import { DescribeKeyCommand, DisableKeyCommand, KMSClient, ListKeysCommand } from "@aws-sdk/client-kms";
import { LeaveOrganizationCommand, OrganizationsClient } from "@aws-sdk/client-organizations";
import { RAMClient, UpdateResourceShareCommand } from "@aws-sdk/client-ram";
import { ListHostedZonesCommand, Route53Client } from "@aws-sdk/client-route-53";
import { DeleteObjectCommand, GetObjectCommand, PutPublicAccessBlockCommand, S3Client } from "@aws-sdk/client-s3";
import type { LandingZone } from "../../../declaration/model";
import { accountCreationRole, logBucketName, logKeyAlias, trailName } from "../../../declaration/names";
import type { Request } from "../../../engine/request";
import type { ClientSettings, Principal } from "./principals";

/** One call that does no harm where it is let through: of something that is not there, or a dry run. */
export interface Move {
  readonly what: string;
  readonly send: (settings: ClientSettings, zone: LandingZone) => Promise<unknown>;
  /** As a policy sees it, but for what follows from the caller; written by hand from the Service Authorization Reference. */
  readonly request: (zone: LandingZone, account: string) => Pick<Request, "action" | "resource" | "context">;
  /** `principal@account`. */
  readonly by: readonly `${Principal}@${string}`[];
}

const everybody = ["administrator@orders-prod", "platform@orders-prod", "pipeline@orders-prod"] as const;
const administrators = ["administrator@orders-prod", "administrator@log-archive", "administrator@network"] as const;
const zeros = "0".repeat(17);

const id = (zone: LandingZone, account: string): string => zone.ids.get(`account/${account}`) ?? "";
const arn = (zone: LandingZone, account: string, service: string, name: string, region = zone.regions.home): string =>
  `arn:${zone.partition}:${service}:${region}:${id(zone, account)}:${name}`;
const iamArn = (zone: LandingZone, account: string, name: string): string => arn(zone, account, "iam", name, "");

/** The region of services with one endpoint. */
const global = { "aws:RequestedRegion": "us-east-1" };
const far = "ap-southeast-2";
const farAway = { "aws:RequestedRegion": far };
const logsAlias = (zone: LandingZone): string => logKeyAlias(zone);

export const moves: readonly Move[] = [
  {
    what: "leaves the organisation",
    send: (settings) => new OrganizationsClient(settings).send(new LeaveOrganizationCommand({})),
    request: () => ({ action: "organizations:LeaveOrganization", resource: "*", context: global }),
    by: [...everybody, "root@orders-prod", "root@log-archive"],
  },
  {
    what: "opens a region",
    send: (settings) => new AccountClient(settings).send(new EnableRegionCommand({ RegionName: "ap-east-1" })),
    request: () => ({
      action: "account:EnableRegion",
      resource: "*",
      context: { ...global, "account:TargetRegion": "ap-east-1" },
    }),
    by: ["administrator@orders-prod", "administrator@network"],
  },
  {
    what: "removes a contact",
    send: (settings) =>
      new AccountClient(settings).send(new DeleteAlternateContactCommand({ AlternateContactType: "BILLING" })),
    request: (zone, account) => ({
      action: "account:DeleteAlternateContact",
      resource: `arn:${zone.partition}:account::${id(zone, account)}:account`,
      context: { ...global, "account:AlternateContactTypes": ["BILLING"] },
    }),
    by: ["administrator@orders-dev", "administrator@network"],
  },
  {
    what: "stops the organisation's trail",
    send: (settings, zone) => new CloudTrailClient(settings).send(new StopLoggingCommand({ Name: trailName(zone) })),
    request: (zone, account) => ({
      action: "cloudtrail:StopLogging",
      resource: arn(zone, account, "cloudtrail", `trail/${trailName(zone)}`),
      context: {},
    }),
    by: [...administrators, "root@log-archive"],
  },
  {
    what: "removes a trail of its own",
    send: (settings) => new CloudTrailClient(settings).send(new DeleteTrailCommand({ Name: "of-its-own" })),
    request: (zone, account) => ({
      action: "cloudtrail:DeleteTrail",
      resource: arn(zone, account, "cloudtrail", "trail/of-its-own"),
      context: {},
    }),
    by: ["administrator@log-archive", "administrator@orders-prod"],
  },
  {
    what: "looks at the trails",
    send: (settings) => new CloudTrailClient(settings).send(new DescribeTrailsCommand({})),
    request: () => ({ action: "cloudtrail:DescribeTrails", resource: "*", context: {} }),
    by: ["administrator@log-archive"],
  },
  {
    what: "deletes a log",
    send: (settings, zone) =>
      new S3Client({ ...settings, forcePathStyle: true }).send(
        new DeleteObjectCommand({ Bucket: logBucketName(zone, "cloudtrail"), Key: "not-there" }),
      ),
    request: (zone) => ({
      action: "s3:DeleteObject",
      resource: `arn:${zone.partition}:s3:::${logBucketName(zone, "cloudtrail")}/not-there`,
      context: {},
    }),
    by: ["administrator@log-archive", "platform@log-archive", "root@log-archive"],
  },
  {
    what: "reads a log",
    send: (settings, zone) =>
      new S3Client({ ...settings, forcePathStyle: true }).send(
        new GetObjectCommand({ Bucket: logBucketName(zone, "cloudtrail"), Key: "not-there" }),
      ),
    request: (zone) => ({
      action: "s3:GetObject",
      resource: `arn:${zone.partition}:s3:::${logBucketName(zone, "cloudtrail")}/not-there`,
      context: {},
    }),
    by: ["administrator@log-archive", "root@log-archive"],
  },
  {
    what: "disables the key of the logs",
    send: async (settings, zone) => {
      const kms = new KMSClient(settings);
      const { KeyMetadata: key } = await kms.send(new DescribeKeyCommand({ KeyId: logsAlias(zone) }));
      return kms.send(new DisableKeyCommand({ KeyId: key?.KeyId }));
    },
    request: (zone, account) => ({
      action: "kms:DisableKey",
      resource: arn(zone, account, "kms", "key/of-the-logs"),
      context: { "kms:ResourceAliases": [logsAlias(zone)] },
    }),
    by: ["administrator@log-archive"],
  },
  {
    what: "disables a key that is none",
    send: (settings) =>
      new KMSClient(settings).send(new DisableKeyCommand({ KeyId: "00000000-0000-0000-0000-000000000000" })),
    request: (zone, account) => ({
      action: "kms:DisableKey",
      resource: arn(zone, account, "kms", "key/00000000-0000-0000-0000-000000000000"),
      context: {},
    }),
    by: ["administrator@log-archive", "administrator@network"],
  },
  {
    what: "opens a bucket to the public",
    send: (settings, zone) =>
      new S3Client({ ...settings, forcePathStyle: true }).send(
        new PutPublicAccessBlockCommand({
          Bucket: `${zone.organization.name}-not-there`,
          PublicAccessBlockConfiguration: { BlockPublicAcls: false },
        }),
      ),
    request: (zone) => ({
      action: "s3:PutBucketPublicAccessBlock",
      resource: `arn:${zone.partition}:s3:::${zone.organization.name}-not-there`,
      context: {},
    }),
    by: ["administrator@orders-prod", "platform@orders-prod", "administrator@network"],
  },
  {
    what: "removes a detector",
    send: (settings) => new GuardDutyClient(settings).send(new DeleteDetectorCommand({ DetectorId: "0".repeat(32) })),
    request: (zone, account) => ({
      action: "guardduty:DeleteDetector",
      resource: arn(zone, account, "guardduty", `detector/${"0".repeat(32)}`),
      context: {},
    }),
    by: [...administrators, "platform@network"],
  },
  {
    what: "looks for detectors",
    send: (settings) => new GuardDutyClient(settings).send(new ListDetectorsCommand({})),
    request: () => ({ action: "guardduty:ListDetectors", resource: "*", context: {} }),
    by: ["administrator@orders-prod", "administrator@network"],
  },
  {
    what: "gives a user a password",
    send: (settings) =>
      new IAMClient(settings).send(new CreateLoginProfileCommand({ UserName: "nobody", Password: "correct-horse-1A" })),
    request: (zone, account) => ({
      action: "iam:CreateLoginProfile",
      resource: iamArn(zone, account, "user/nobody"),
      context: global,
    }),
    by: [...everybody, "administrator@network"],
  },
  {
    what: "gives a user keys",
    send: (settings) => new IAMClient(settings).send(new CreateAccessKeyCommand({ UserName: "nobody" })),
    request: (zone, account) => ({
      action: "iam:CreateAccessKey",
      resource: iamArn(zone, account, "user/nobody"),
      context: global,
    }),
    by: ["administrator@orders-prod", "root@orders-prod"],
  },
  {
    what: "changes the platform's own role",
    send: (settings) =>
      new IAMClient(settings).send(
        new DeleteRolePolicyCommand({ RoleName: accountCreationRole, PolicyName: "not-there" }),
      ),
    request: (zone, account) => ({
      action: "iam:DeleteRolePolicy",
      resource: iamArn(zone, account, `role/${accountCreationRole}`),
      context: global,
    }),
    by: [...everybody, "root@orders-prod", "administrator@log-archive"],
  },
  {
    what: "makes a role without a boundary",
    send: async (settings) => {
      const iam = new IAMClient(settings);
      const document = { Version: "2012-10-17", Statement: [] };
      await iam.send(
        new CreateRoleCommand({ RoleName: "unbound", AssumeRolePolicyDocument: JSON.stringify(document) }),
      );
      return iam.send(new DeleteRoleCommand({ RoleName: "unbound" }));
    },
    request: (zone, account) => ({
      action: "iam:CreateRole",
      resource: iamArn(zone, account, "role/unbound"),
      context: global,
    }),
    by: ["administrator@orders-prod", "administrator@log-archive", "platform@orders-prod"],
  },
  {
    what: "removes an identity provider",
    send: (settings, zone) =>
      new IAMClient(settings).send(
        new DeleteOpenIDConnectProviderCommand({
          OpenIDConnectProviderArn: `arn:${zone.partition}:iam::${"0".repeat(12)}:oidc-provider/not-there.example`,
        }),
      ),
    request: (zone) => ({
      action: "iam:DeleteOpenIDConnectProvider",
      resource: `arn:${zone.partition}:iam::${"0".repeat(12)}:oidc-provider/not-there.example`,
      context: global,
    }),
    by: ["administrator@orders-prod", "administrator@network"],
  },
  {
    what: "works in a region far away",
    send: (settings) => new DynamoDBClient({ ...settings, region: far }).send(new ListTablesCommand({})),
    request: () => ({ action: "dynamodb:ListTables", resource: "*", context: farAway }),
    by: [...everybody, "administrator@log-archive", "administrator@network", "function@orders-prod"],
  },
  {
    what: "lists keys in a region far away",
    send: (settings) => new KMSClient({ ...settings, region: far }).send(new ListKeysCommand({})),
    request: () => ({ action: "kms:ListKeys", resource: "*", context: farAway }),
    by: ["administrator@orders-dev"],
  },
  {
    what: "works at home",
    send: (settings) => new DynamoDBClient(settings).send(new ListTablesCommand({})),
    request: () => ({ action: "dynamodb:ListTables", resource: "*", context: {} }),
    by: [...everybody, "administrator@log-archive", "root@orders-prod", "function@orders-prod"],
  },
  {
    what: "looks at certificates where global services keep theirs",
    send: (settings) => new ACMClient({ ...settings, region: "us-east-1" }).send(new ListCertificatesCommand({})),
    request: () => ({ action: "acm:ListCertificates", resource: "*", context: global }),
    by: ["administrator@orders-prod", "pipeline@orders-prod"],
  },
  {
    what: "looks at hosted zones",
    send: (settings) => new Route53Client(settings).send(new ListHostedZonesCommand({})),
    request: () => ({ action: "route53:ListHostedZones", resource: "*", context: global }),
    by: ["administrator@orders-prod", "administrator@network"],
  },
  {
    what: "looks at stacks of CloudFormation",
    send: (settings) => new CloudFormationClient(settings).send(new ListStacksCommand({})),
    request: () => ({ action: "cloudformation:ListStacks", resource: "*", context: {} }),
    by: ["administrator@orders-prod", "administrator@network"],
  },
  {
    what: "opens a way to the internet",
    send: (settings) => new EC2Client(settings).send(new CreateInternetGatewayCommand({ DryRun: true })),
    request: (zone, account) => ({
      action: "ec2:CreateInternetGateway",
      resource: arn(zone, account, "ec2", "internet-gateway/*"),
      context: {},
    }),
    by: ["administrator@orders-prod", "administrator@orders-dev", "administrator@network", "function@orders-prod"],
  },
  {
    what: "leaves the transit gateway",
    send: (settings) =>
      new EC2Client(settings).send(
        new DeleteTransitGatewayVpcAttachmentCommand({ TransitGatewayAttachmentId: `tgw-attach-${zeros}` }),
      ),
    request: (zone, account) => ({
      action: "ec2:DeleteTransitGatewayVpcAttachment",
      resource: arn(zone, account, "ec2", `transit-gateway-attachment/tgw-attach-${zeros}`),
      context: { "ec2:Region": zone.regions.home },
    }),
    by: ["administrator@orders-prod", "platform@orders-prod", "administrator@network"],
  },
  {
    what: "starts a large machine",
    send: (settings) =>
      new EC2Client(settings).send(
        new RunInstancesCommand({
          ...{ DryRun: true, ImageId: "ami-12c6146b", InstanceType: "m5.24xlarge", MinCount: 1, MaxCount: 1 },
        }),
      ),
    request: (zone, account) => ({
      action: "ec2:RunInstances",
      resource: arn(zone, account, "ec2", "instance/*"),
      context: { "ec2:InstanceType": "m5.24xlarge", "ec2:Tenancy": "default", "ec2:Region": zone.regions.home },
    }),
    by: ["administrator@orders-prod", "administrator@log-archive"],
  },
  {
    what: "removes a network",
    send: (settings) => new EC2Client(settings).send(new DeleteVpcCommand({ VpcId: `vpc-${zeros}` })),
    request: (zone, account) => ({
      action: "ec2:DeleteVpc",
      resource: arn(zone, account, "ec2", `vpc/vpc-${zeros}`),
      context: { "ec2:Region": zone.regions.home },
    }),
    by: ["administrator@log-archive", "administrator@network"],
  },
  {
    what: "commits to years of spending",
    send: (settings) =>
      new EC2Client(settings).send(
        new PurchaseReservedInstancesOfferingCommand({
          ...{ DryRun: true, InstanceCount: 1, ReservedInstancesOfferingId: "not-there" },
        }),
      ),
    request: () => ({ action: "ec2:PurchaseReservedInstancesOffering", resource: "*", context: {} }),
    by: ["administrator@orders-prod", "administrator@log-archive"],
  },
  {
    what: "deletes a backup",
    send: (settings, zone) =>
      new DynamoDBClient(settings).send(
        new DeleteBackupCommand({
          BackupArn: `arn:aws:dynamodb:${zone.regions.home}:${"0".repeat(12)}:table/t/backup/b`,
        }),
      ),
    request: (zone) => ({
      action: "dynamodb:DeleteBackup",
      resource: `arn:aws:dynamodb:${zone.regions.home}:${"0".repeat(12)}:table/t/backup/b`,
      context: {},
    }),
    by: ["administrator@orders-prod", "administrator@orders-dev", "pipeline@orders-prod"],
  },
  {
    what: "shares with strangers",
    send: (settings, zone) =>
      new RAMClient(settings).send(
        new UpdateResourceShareCommand({
          resourceShareArn: `arn:aws:ram:${zone.regions.home}:${"0".repeat(12)}:resource-share/not-there`,
          allowExternalPrincipals: true,
        }),
      ),
    request: (zone) => ({
      action: "ram:UpdateResourceShare",
      resource: `arn:aws:ram:${zone.regions.home}:${"0".repeat(12)}:resource-share/not-there`,
      context: { "ram:RequestedAllowsExternalPrincipals": "true" },
    }),
    by: ["administrator@network", "administrator@orders-prod"],
  },
];
