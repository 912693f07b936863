/** Types of condition keys as the Service Authorization Reference has them, without their `ArrayOf`. */
export type KeyType = "String" | "ARN" | "Bool" | "Numeric" | "Date" | "IPAddress" | "Binary";

/**
 * In which requests a key is present: in all; in all that are signed; in all of principals of an organisation; in some; in those alone that
 * an AWS service makes with a principal of its own.
 */
export type Presence = "all" | "signed" | "organization" | "some" | "service";

export interface GlobalKey {
  readonly key: string;
  readonly type: KeyType;
  readonly multivalued: boolean;
  readonly presence: Presence;
}

const one = (type: KeyType, presence: Presence, ...keys: string[]): GlobalKey[] =>
  keys.map((key) => ({ key, type, multivalued: false, presence }));

const many = (type: KeyType, presence: Presence, ...keys: string[]): GlobalKey[] =>
  keys.map((key) => ({ key, type, multivalued: true, presence }));

/**
 * Global and cross-service condition keys (IAM User Guide, "AWS global condition context keys", 2026-09: data type, value type and availability
 * of each; Service Authorization Reference for the keys of single services). A key's variable part is `*`.
 * What is "included for most services" counts as some.
 */
export const globalKeys: readonly GlobalKey[] = [
  ...one(
    "String",
    "all",
    "aws:PrincipalAccount",
    "aws:PrincipalType",
    "aws:RequestedRegion",
    "aws:UserAgent",
    "aws:userid",
  ),
  ...one("Date", "all", "aws:CurrentTime", "aws:EpochTime"),
  ...one("Bool", "all", "aws:SecureTransport"),
  ...one("ARN", "signed", "aws:PrincipalArn"),
  ...one("Bool", "signed", "aws:PrincipalIsAWSService"),
  ...one("String", "organization", "aws:PrincipalOrgID"),
  ...many("String", "organization", "aws:PrincipalOrgPaths"),
  ...one("String", "service", "aws:PrincipalServiceName"),
  ...many("String", "service", "aws:PrincipalServiceNamesList"),
  ...one("String", "some", "aws:PrincipalTag/*", "aws:username", "aws:FederatedProvider", "aws:SourceIdentity"),
  ...one("Date", "some", "aws:TokenIssueTime"),
  ...one("Numeric", "some", "aws:MultiFactorAuthAge", "ec2:RoleDelivery"),
  ...one(
    "Bool",
    "some",
    "aws:MultiFactorAuthPresent",
    "aws:AssumedRoot",
    "aws:ViaAWSService",
    "aws:ViaAWSMCPService",
    "aws:IsMcpServiceAction",
  ),
  ...one("ARN", "some", "aws:ChatbotSourceArn", "aws:SourceArn", "aws:SourceVpcArn"),
  ...one("ARN", "some", "ec2:SourceInstanceArn", "lambda:SourceFunctionArn", "ssm:SourceInstanceArn"),
  ...one("String", "some", "glue:RoleAssumedBy", "glue:CredentialIssuingService", "identitystore:UserId"),
  ...one("IPAddress", "some", "aws:SourceIp", "aws:VpcSourceIp", "aws:Ec2InstanceSourcePrivateIPv4"),
  ...one(
    "String",
    "some",
    "aws:SourceVpc",
    "aws:SourceVpce",
    "aws:Ec2InstanceSourceVpc",
    "aws:VpceAccount",
    "aws:VpceOrgID",
  ),
  ...many(
    "String",
    "some",
    "aws:VpceOrgPaths",
    "aws:ResourceOrgPaths",
    "aws:SourceOrgPaths",
    "aws:CalledVia",
    "aws:TagKeys",
  ),
  ...one("String", "some", "aws:ResourceAccount", "aws:ResourceOrgID", "aws:ResourceTag/*", "aws:RequestTag/*"),
  ...one("String", "some", "aws:CalledViaFirst", "aws:CalledViaLast", "aws:CalledViaAWSMCP", "aws:referer"),
  ...one("String", "some", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOwner"),
];

/**
 * Claims of every OIDC provider's tokens, as keys below the provider's host name (IAM User Guide, "IAM and AWS STS condition context keys",
 * "Available keys for AWS OIDC federation").
 */
export const oidcClaims: readonly GlobalKey[] = [
  ...one("String", "some", "aud", "sub", "azp"),
  ...many("String", "some", "amr"),
];
