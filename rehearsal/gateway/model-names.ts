/**
 * Signing name → directories of botocore's models, where the two differ or several services share a signing name.
 * Source: `signingName` or `endpointPrefix` in each model's metadata. A name not listed is its own directory.
 */
const directories: Readonly<Record<string, readonly string[]>> = {
  "access-analyzer": ["accessanalyzer"],
  airflow: ["mwaa"],
  aoss: ["opensearchserverless"],
  apigateway: ["apigateway", "apigatewayv2"],
  bedrock: ["bedrock", "bedrock-runtime", "bedrock-agent", "bedrock-agent-runtime"],
  elasticfilesystem: ["efs"],
  elasticloadbalancing: ["elbv2", "elb"],
  elasticmapreduce: ["emr"],
  es: ["opensearch"],
  monitoring: ["cloudwatch"],
  "s3-object-lambda": ["s3"],
  "s3-control": ["s3control"],
  servicequotas: ["service-quotas"],
  ses: ["ses", "sesv2"],
  sso: ["sso-admin"],
  states: ["stepfunctions"],
  tagging: ["resourcegroupstaggingapi"],
};

/** Directories of botocore's models that may describe a request signed for `signingName`, likeliest first. */
export function modelDirectories(signingName: string): readonly string[] {
  return directories[signingName] ?? [signingName];
}

/** Signing names that are no directory of their own. */
export const signingNames: readonly string[] = Object.keys(directories);
