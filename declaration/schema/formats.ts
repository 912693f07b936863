import type { ProblemCode } from "../problem/codes";

/** A form that text must have: what to say, and under which code, when it has not. */
export interface Format {
  readonly pattern: RegExp;
  readonly code: ProblemCode;
  readonly says: string;
}

export const formats = {
  slug: {
    pattern: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    code: "LF1210",
    says: "a name of lower-case letters, digits and single hyphens that starts with a letter",
  },
  networkName: {
    pattern: /^(?=.{1,64}$)[a-z][a-z0-9]*(-[a-z0-9]+)*(\/[a-z]{2}(-[a-z]+)+-\d)?$/,
    code: "LF1210",
    says: "the name of a network: lower-case letters, digits and single hyphens, then perhaps a slash and a region",
  },
  region: { pattern: /^[a-z]{2}(-[a-z]+)+-\d$/, code: "LF1211", says: "an AWS region code such as eu-west-1" },
  cidr: {
    pattern: /^((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(?!\/)|(?=\/))){4}\/(3[0-2]|[12]?\d)$/,
    code: "LF1212",
    says: "an IPv4 range in CIDR notation such as 10.0.0.0/12",
  },
  domainName: {
    pattern: /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    code: "LF1214",
    says: "a DNS name in lower case, labels of at most 63, such as services.example.com",
  },
  organizationalUnitPath: {
    pattern: /^[^/\p{Cc}\p{Z}]([^/\p{Cc}]*[^/\p{Cc}\p{Z}])?(\/[^/\p{Cc}\p{Z}]([^/\p{Cc}]*[^/\p{Cc}\p{Z}])?)*$/u,
    code: "LF1215",
    says: "a path of organizational units such as workloads/prod",
  },
  organizationalUnitName: {
    pattern: /^[^/\p{Cc}\p{Z}]([^/\p{Cc}]{0,382}[^/\p{Cc}\p{Z}])?$/u,
    code: "LF1216",
    says: "an organizational unit's name; write a slash in it as %2F and a space at its end as %20",
  },
  /** Account Management API reference, PutAccountName. */
  displayName: {
    pattern: /^[ -;=?-~]{1,50}$/,
    code: "LF1225",
    says: "a name of 1 to 50 printable ASCII characters but < and >",
  },
  /** "AWS services that you can use with AWS Organizations", Organizations user guide. */
  servicePrincipal: {
    pattern: /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/,
    code: "LF1226",
    says: "a service principal such as backup.amazonaws.com",
  },
  policyType: {
    pattern: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/,
    code: "LF1227",
    says: "a policy type of AWS Organizations such as BACKUP_POLICY",
  },
  accountId: { pattern: /^\d{12}$/, code: "LF1228", says: "an account id: twelve digits" },
  /** CloudTrail API Reference, AdvancedFieldSelector (`resources.type`); AWS Config has the same form. */
  cloudTrailResourceType: {
    pattern: /^AWS::[A-Za-z0-9]+::[A-Za-z0-9]+(::[A-Za-z0-9]+)?$/,
    code: "LF1753",
    says: "a resource type such as AWS::S3::Object",
  },
  arnPrefix: {
    pattern: /^arn:aws(-cn|-us-gov)?:[a-z0-9-]+:[^\s]*$/,
    code: "LF1754",
    says: "the beginning of an ARN such as arn:aws:s3:::a-bucket/",
  },
  /** AWS Config API Reference, OrganizationManagedRuleMetadata; the managed rules have no other form. */
  configRuleIdentifier: {
    pattern: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/,
    code: "LF1755",
    says: "the identifier of a managed rule of AWS Config such as S3_BUCKET_VERSIONING_ENABLED",
  },
  configParameter: {
    pattern: /^[A-Za-z][A-Za-z0-9]{0,254}$/,
    code: "LF1756",
    says: "the name of a rule's parameter: letters and digits",
  },
  /** Service Quotas API Reference, RequestServiceQuotaIncrease. */
  serviceCode: {
    pattern: /^[a-zA-Z][a-zA-Z0-9-]{0,62}$/,
    code: "LF1757",
    says: "a service code of Service Quotas such as vpc",
  },
  quotaCode: { pattern: /^L-[A-Z0-9]{8}$/, code: "LF1758", says: "a quota code such as L-F678F1CE" },
  /** AWS Backup Developer Guide, "Backup schedule and frequency". */
  schedule: {
    pattern: /^cron\([^\s()]+( [^\s()]+){5}\)$/,
    code: "LF1759",
    says: "a schedule of six fields such as cron(0 3 * * ? *)",
  },
  /** Organizations API reference, Policy. */
  policyId: {
    pattern: /^p-[0-9a-zA-Z_]{8,128}$/,
    code: "LF1229",
    says: "a policy's id such as p-examplepolicyid111",
  },
  /** IAM User Guide, "IAM and AWS STS quotas"; `*` and `?` as in policies. Without `*` alone, which would exempt everybody. */
  exemptRole: {
    pattern: /^(?!\*+$)(arn:[a-z-]+:iam::[\d*?]+:role\/)?[\w+=,.@*?/-]{1,512}$/,
    code: "LF1230",
    says: "a role's name such as break-glass, or a pattern of role ARNs such as arn:aws:iam::*:role/ops/*",
  },
  ipv4: {
    pattern: /^((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(?!$)|$)){4}$/,
    code: "LF1231",
    says: "an IPv4 address such as 192.0.2.10",
  },
  /** "Stateful domain list rule groups", Network Firewall developer guide. */
  domainPattern: {
    pattern: /^\.?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z]{2,63}$/,
    code: "LF1232",
    says: "a DNS name such as api.example.com, or .example.com for every name below it",
  },
  endpointService: {
    pattern: /^[a-z0-9-]+(\.[a-z0-9-]+)*$/,
    code: "LF1233",
    says: "what follows com.amazonaws.<region>. in an endpoint service's name, such as ecr.api",
  },
  /** "FirewallDomainListMetadata", Route 53 Resolver API reference. */
  firewallDomainList: {
    pattern: /^rslvr-fdl-[0-9a-z]{1,54}$/,
    code: "LF1234",
    says: "a DNS firewall domain list's id such as rslvr-fdl-2c46f2ecbfec4dcc",
  },
  managedPolicy: {
    pattern: /^[A-Za-z0-9+=,.@_/-]+$/,
    code: "LF1217",
    says: "the name of an AWS managed policy such as ReadOnlyAccess",
  },
  /** IAM User Guide, "IAM and AWS STS quotas", "IAM name requirements". */
  iamName: {
    pattern: /^[\w+=,.@-]+$/,
    code: "LF1741",
    says: "a name of IAM: letters, digits and + = , . @ _ -",
  },
  iamPath: {
    pattern: /^\/([!-.0-~]+\/)*$/,
    code: "LF1742",
    says: "a path of IAM that begins and ends with a slash, such as /teams/",
  },
  /** CreatePermissionSet, Identity Center API reference. */
  relayState: {
    pattern: /^https:\/\/[a-zA-Z0-9&$@#/%?=~\-_'"|!:,.;*+[\]() {}]+$/,
    code: "LF1743",
    says: "the https address of a page of the console",
  },
  emailPattern: {
    pattern: /^[^@\s{}]*\{account\}[^@\s{}]*@[^@\s{}]+$/,
    code: "LF1218",
    says: "an email address with {account} once before the @, such as aws+{account}@example.com",
  },
  /** "General purpose bucket naming rules", S3 user guide; without dots, which TLS wildcards do not cover. */
  bucketName: {
    pattern: /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
    code: "LF1219",
    says: "a bucket's name: 3 to 63 lower-case letters, digits and hyphens",
  },
  /** "Tag naming limits and requirements", Tagging AWS Resources user guide. */
  tag: {
    pattern: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u,
    code: "LF1220",
    says: "a tag: letters, digits, spaces and _ . : / = + - @",
  },
  gitHubOwner: {
    pattern: /^[A-Za-z0-9](-?[A-Za-z0-9]){0,38}$/,
    code: "LF1222",
    says: "a GitHub user or organisation: letters, digits and single hyphens",
  },
  /** It ends up in the subject a role trusts: a slash or an asterisk would let other repositories in. */
  repository: {
    pattern: /^[A-Za-z0-9._-]{1,100}$/,
    code: "LF1223",
    says: "a repository's name without its owner",
  },
  /** PutAlternateContact, Account Management API reference. */
  telephone: {
    pattern: /^[\s0-9()+-]{1,25}$/,
    code: "LF1224",
    says: "a telephone number: digits, spaces and ( ) + -, at most 25",
  },
} as const satisfies Record<string, Format>;
