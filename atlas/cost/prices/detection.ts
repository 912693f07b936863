import type { PriceRow, Quote, UsagePrice } from "./price";
import { found, known, type Page, transcript } from "./sources";

const virginia = ["us-east-1"];

function use(what: string, unit: string, quote: Quote, when?: UsagePrice["when"]): UsagePrice {
  return { what, unit, quotes: [quote], ...(when ? { when } : {}) };
}

function inVirginia(page: Page, usd: number): Quote {
  return known(page, virginia, usd);
}

const guardDuty = transcript("amazon-guardduty", "2026-10-07");
const macie = transcript("amazon-macie", "2026-10-07");

/** Logging, detection and backup: all of it by use, and much of it in every account. */
export const detectionPrices: readonly PriceRow[] = [
  {
    types: ["aws_cloudtrail"],
    usage: [
      use("Data events of the trail", "100,000 events", known("cloudTrail", "all", 0.1), {
        attribute: "advanced_event_selector",
      }),
      use("Insights of the trail", "100,000 events analysed", known("cloudTrail", "all", 0.35), {
        attribute: "insight_selector",
      }),
    ],
    free: "the first copy of management events in a region costs nothing",
  },
  {
    types: ["aws_config_configuration_recorder"],
    usage: [use("AWS Config, recorded continuously", "configuration item", known("config", "all", 0.003))],
  },
  {
    types: ["aws_config_organization_managed_rule", "aws_config_organization_conformance_pack"],
    usage: [use("Rules of AWS Config", "evaluation in each account (first 100,000)", known("config", "all", 0.001))],
  },
  {
    types: ["aws_guardduty_detector"],
    usage: [
      use("GuardDuty, management events", "million events", found("guardDuty", virginia, 4, guardDuty)),
      use("GuardDuty, flow and DNS logs", "GB (first 500)", found("guardDuty", virginia, 1, guardDuty)),
    ],
  },
  {
    types: ["aws_guardduty_detector_feature"],
    usage: [
      use("GuardDuty, data events of S3", "million events", found("guardDuty", virginia, 0.8, guardDuty), {
        attribute: "name",
        is: "S3_DATA_EVENTS",
      }),
      use("GuardDuty, malware in volumes", "GB scanned", inVirginia("guardDuty", 0.03), {
        attribute: "name",
        is: "EBS_MALWARE_PROTECTION",
      }),
      use("GuardDuty, network of functions", "GB (first 500)", inVirginia("guardDuty", 1), {
        attribute: "name",
        is: "LAMBDA_NETWORK_LOGS",
      }),
      use("GuardDuty, runtime", "vCPU a month (first 500)", inVirginia("guardDuty", 1.5), {
        attribute: "name",
        is: "RUNTIME_MONITORING",
      }),
      use("GuardDuty, audit logs of EKS", "million events", found("guardDuty", virginia, 1.6, guardDuty), {
        attribute: "name",
        is: "EKS_AUDIT_LOGS",
      }),
      use("GuardDuty, logins to RDS", "vCPU a month", inVirginia("guardDuty", 1), {
        attribute: "name",
        is: "RDS_LOGIN_EVENTS",
      }),
    ],
  },
  {
    types: ["aws_securityhub_account"],
    usage: [use("Security Hub CSPM", "check (first 100,000 a month)", inVirginia("securityHub", 0.001))],
  },
  {
    types: ["aws_macie2_account"],
    usage: [
      use("Macie, inventory", "bucket a month", found("macie", virginia, 0.1, macie)),
      use("Macie, data inspected", "GB", found("macie", virginia, 1, macie)),
    ],
  },
  {
    types: ["aws_inspector2_enabler"],
    usage: [
      use("Inspector, instances", "EC2 instance a month", inVirginia("inspector", 1.2528)),
      use("Inspector, images", "ECR image scanned", inVirginia("inspector", 0.09)),
      use("Inspector, functions", "Lambda function a month", inVirginia("inspector", 0.3)),
    ],
  },
  {
    types: ["aws_detective_graph"],
    usage: [use("Detective", "GB (first 1,000 a month)", inVirginia("detective", 2))],
  },
  {
    types: ["aws_securitylake_data_lake"],
    usage: [
      use("Security Lake, CloudTrail", "GB (first 10,000 a month)", inVirginia("securityLake", 0.75)),
      use("Security Lake, other logs", "GB (first 10,000 a month)", inVirginia("securityLake", 0.25)),
    ],
  },
  {
    types: ["aws_accessanalyzer_analyzer"],
    usage: [
      use("Unused access", "IAM role or user a month", inVirginia("iamAccessAnalyzer", 0.2), {
        attribute: "type",
        is: "ORGANIZATION_UNUSED_ACCESS",
      }),
    ],
    free: "external access costs nothing",
  },
  {
    types: ["aws_backup_vault"],
    usage: [use("AWS Backup", "GB-month stored", inVirginia("backup", 0.05))],
  },
];
