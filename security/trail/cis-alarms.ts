/** What an alarm of the benchmark watches for. */
export interface CisAlarm {
  /** Number in Security Hub: "Security Hub controls for CloudWatch"; undefined for those that it has no control of. */
  readonly control: string | undefined;
  /** CIS AWS Foundations Benchmark v3.0.0, chapter 4. */
  readonly recommendation: string;
  readonly what: string;
  readonly pattern: string;
}

const anyOf = (field: string, values: readonly string[]): string =>
  values.map((value) => `($.${field} = ${value})`).join(" || ");

const calls = (source: string, names: readonly string[]): string =>
  `{ ($.eventSource = ${source}) && (${anyOf("eventName", names)}) }`;

const named = (names: readonly string[]): string => `{ ${anyOf("eventName", names)} }`;

/**
 * The metric filters of the CIS AWS Foundations Benchmark v3.0.0, 4.1 to 4.15, with the fields and event names that the remediation of
 * Security Hub's controls prescribes (Security Hub User Guide, "Security Hub controls for CloudWatch").
 */
export const cisAlarms: Readonly<Record<string, CisAlarm>> = {
  "unauthorized-calls": {
    control: "CloudWatch.2",
    recommendation: "4.1",
    what: "Calls that are refused",
    pattern: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
  },
  "sign-in-without-mfa": {
    control: "CloudWatch.3",
    recommendation: "4.2",
    what: "Sign-ins to the console without MFA",
    pattern:
      '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
  },
  "root-usage": {
    control: "CloudWatch.1",
    recommendation: "4.3",
    what: "Use of a root user",
    pattern:
      '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
  },
  "iam-policy-changes": {
    control: "CloudWatch.4",
    recommendation: "4.4",
    what: "Changes of IAM policies",
    pattern: calls("iam.amazonaws.com", [
      ...["DeleteGroupPolicy", "DeleteRolePolicy", "DeleteUserPolicy", "PutGroupPolicy", "PutRolePolicy"],
      ...["PutUserPolicy", "CreatePolicy", "DeletePolicy", "CreatePolicyVersion", "DeletePolicyVersion"],
      ...["AttachRolePolicy", "DetachRolePolicy", "AttachUserPolicy", "DetachUserPolicy", "AttachGroupPolicy"],
      "DetachGroupPolicy",
    ]),
  },
  "trail-changes": {
    control: "CloudWatch.5",
    recommendation: "4.5",
    what: "Changes of CloudTrail",
    pattern: named(["CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging"]),
  },
  "sign-in-failures": {
    control: "CloudWatch.6",
    recommendation: "4.6",
    what: "Failed sign-ins to the console",
    pattern: '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
  },
  "key-deletions": {
    control: "CloudWatch.7",
    recommendation: "4.7",
    what: "KMS keys that are disabled or are to be deleted",
    pattern: calls("kms.amazonaws.com", ["DisableKey", "ScheduleKeyDeletion"]),
  },
  "bucket-policy-changes": {
    control: "CloudWatch.8",
    recommendation: "4.8",
    what: "Changes of who may use buckets",
    pattern: calls("s3.amazonaws.com", [
      ...["PutBucketAcl", "PutBucketPolicy", "PutBucketCors", "PutBucketLifecycle", "PutBucketReplication"],
      ...["DeleteBucketPolicy", "DeleteBucketCors", "DeleteBucketLifecycle", "DeleteBucketReplication"],
    ]),
  },
  "config-changes": {
    control: "CloudWatch.9",
    recommendation: "4.9",
    what: "Changes of AWS Config",
    pattern: calls("config.amazonaws.com", [
      ...["StopConfigurationRecorder", "DeleteDeliveryChannel", "PutDeliveryChannel", "PutConfigurationRecorder"],
    ]),
  },
  "security-group-changes": {
    control: "CloudWatch.10",
    recommendation: "4.10",
    what: "Changes of security groups",
    pattern: named([
      ...["AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress", "RevokeSecurityGroupIngress"],
      ...["RevokeSecurityGroupEgress", "CreateSecurityGroup", "DeleteSecurityGroup"],
    ]),
  },
  "network-acl-changes": {
    control: "CloudWatch.11",
    recommendation: "4.11",
    what: "Changes of network ACLs",
    pattern: named([
      ...["CreateNetworkAcl", "CreateNetworkAclEntry", "DeleteNetworkAcl", "DeleteNetworkAclEntry"],
      ...["ReplaceNetworkAclEntry", "ReplaceNetworkAclAssociation"],
    ]),
  },
  "gateway-changes": {
    control: "CloudWatch.12",
    recommendation: "4.12",
    what: "Changes of network gateways",
    pattern: named([
      ...["CreateCustomerGateway", "DeleteCustomerGateway", "AttachInternetGateway", "CreateInternetGateway"],
      ...["DeleteInternetGateway", "DetachInternetGateway"],
    ]),
  },
  "route-table-changes": {
    control: "CloudWatch.13",
    recommendation: "4.13",
    what: "Changes of route tables",
    pattern: calls("ec2.amazonaws.com", [
      ...["CreateRoute", "CreateRouteTable", "ReplaceRoute", "ReplaceRouteTableAssociation", "DeleteRouteTable"],
      ...["DeleteRoute", "DisassociateRouteTable"],
    ]),
  },
  "vpc-changes": {
    control: "CloudWatch.14",
    recommendation: "4.14",
    what: "Changes of VPCs",
    pattern: named([
      ...["CreateVpc", "DeleteVpc", "ModifyVpcAttribute", "AcceptVpcPeeringConnection", "CreateVpcPeeringConnection"],
      ...["DeleteVpcPeeringConnection", "RejectVpcPeeringConnection", "AttachClassicLinkVpc", "DetachClassicLinkVpc"],
      ...["DisableVpcClassicLink", "EnableVpcClassicLink"],
    ]),
  },
  "organization-changes": {
    control: undefined,
    recommendation: "4.15",
    what: "Changes of the organisation",
    pattern: calls("organizations.amazonaws.com", [
      ...['"AcceptHandshake"', '"AttachPolicy"', '"CreateAccount"', '"CreateOrganizationalUnit"', '"CreatePolicy"'],
      ...['"DeclineHandshake"', '"DeleteOrganization"', '"DeleteOrganizationalUnit"', '"DeletePolicy"'],
      ...['"DetachPolicy"', '"DisablePolicyType"', '"EnablePolicyType"', '"InviteAccountToOrganization"'],
      ...['"LeaveOrganization"', '"MoveAccount"', '"RemoveAccountFromOrganization"', '"UpdatePolicy"'],
      '"UpdateOrganizationalUnit"',
    ]),
  },
};
