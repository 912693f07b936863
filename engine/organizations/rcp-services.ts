/** The day the table was taken from AWS. */
export const rcpServicesDate = "2026-09-26";

/**
 * Prefixes of the services whose resources resource control policies bind (Organizations User Guide, "Resource control policies (RCPs)",
 * "List of AWS services that support RCPs"). Requests to other services pass them by.
 */
export const rcpServices: readonly string[] = [
  "aoss",
  "appconfig",
  "appstream",
  "autoscaling",
  "autoscaling-plans",
  "budgets",
  "clouddirectory",
  "cloudfront",
  "cloudsearch",
  "cloudtrail-data",
  "codeartifact",
  "codebuild",
  "codecommit",
  "codepipeline",
  "cognito-identity",
  "cognito-idp",
  "comprehend",
  "comprehendmedical",
  "compute-optimizer",
  "cost-optimization-hub",
  "dax",
  "dsql",
  "dynamodb",
  "ecr",
  "ecr-public",
  "events",
  "firehose",
  "fis",
  "fms",
  "gamelift",
  "health",
  "inspector-scan",
  "kendra",
  "kinesisvideo",
  "kms",
  "logs",
  "memorydb",
  "networkmonitor",
  "notifications",
  "opensearch",
  "pca-connector-ad",
  "personalize",
  "polly",
  "pricing",
  "resource-groups",
  "rolesanywhere",
  "s3",
  "secretsmanager",
  "servicediscovery",
  "signin",
  "sqs",
  "sts",
  "support",
  "swf",
  "textract",
  "timestream-influxdb",
  "transcribe",
  "transfer",
  "translate",
  "wafv2",
  "workspaces",
  "xray",
];

const prefixes: ReadonlySet<string> = new Set(rcpServices);

/** Whether resource control policies bind requests of an action (`service:Operation`, in any case). */
export function rcpBinds(action: string): boolean {
  const colon = action.indexOf(":");
  return prefixes.has((colon === -1 ? action : action.slice(0, colon)).toLowerCase());
}
