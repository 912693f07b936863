/** What answers a call that no link of the chain answered. `fill` means: nothing but a fill can. */
export type Backend = "moto" | "ministack" | "fill";

interface Route {
  readonly backend: Backend;
  readonly why: string;
  /** Signing names. */
  readonly services: readonly string[];
}

/** Which backend serves which service. A service in no row goes to moto, which knows the most and refuses the rest. */
const routes: readonly Route[] = [
  {
    backend: "moto",
    why: "control plane of an organisation: member accounts, their IAM, and what spans accounts",
    services: ["account", "budgets", "cloudtrail", "config", "ec2", "guardduty", "iam", "identitystore"],
  },
  {
    backend: "moto",
    why: "the same",
    services: [
      "directconnect",
      "inspector2",
      "organizations",
      "ram",
      "route53resolver",
      "s3-control",
      "securityhub",
      "servicequotas",
      "sso",
    ],
  },
  {
    backend: "moto",
    why: "alarms and dashboards as they were set: MiniStack's DescribeAlarms leaves out period, statistic and actions",
    services: ["monitoring"],
  },
  {
    backend: "ministack",
    why: "data plane of an API: a call through its domain name runs the handler against its table",
    services: [
      "acm",
      "apigateway",
      "cloudfront",
      "cognito-identity",
      "cognito-idp",
      "dynamodb",
      "execute-api",
      "lambda",
    ],
  },
  {
    backend: "ministack",
    why: "messages and events reach the functions they are meant for",
    services: ["events", "firehose", "kinesis", "pipes", "scheduler", "sns", "sqs", "states"],
  },
  {
    backend: "ministack",
    why: "objects, keys and names those services use",
    services: ["kms", "logs", "route53", "s3", "secretsmanager", "ssm"],
  },
  {
    backend: "ministack",
    why: "workloads' other services, for one emulator holds their references to those above",
    services: [
      "appsync",
      "athena",
      "autoscaling",
      "backup",
      "batch",
      "codebuild",
      "ecr",
      "ecs",
      "elasticache",
      "elasticfilesystem",
      "elasticloadbalancing",
      "glue",
      "rds",
      "rds-data",
      "resource-groups",
      "servicediscovery",
      "ses",
      "signer",
      "tagging",
      "wafv2",
    ],
  },
  {
    backend: "fill",
    why: "neither emulator knows them",
    services: ["access-analyzer", "bcm-data-exports", "detective", "schemas", "securitylake"],
  },
  {
    backend: "fill",
    why: "moto 5.2.5 has its firewalls only, without endpoints to route to",
    services: ["network-firewall"],
  },
  {
    backend: "fill",
    why: "moto 5.2.5 has cost categories only",
    services: ["ce"],
  },
];

export function backendOf(service: string): Backend {
  return routes.find((route) => route.services.includes(service))?.backend ?? "moto";
}
