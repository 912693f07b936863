import { arn, type Placement } from "../microservice/placement";

export function clusterName(service: string, database: string): string {
  return `${service}-${database}`;
}

export function clusterArn(placement: Placement, service: string, database: string): string {
  return arn(placement, "rds", `cluster:${clusterName(service, database)}`);
}

/** The ARN of the secret that RDS makes and rotates. AWS chooses it: the cluster of the same stack knows it. */
export function secretArn(database: string): string {
  return `\${aws_rds_cluster.${database}.master_user_secret[0].secret_arn}`;
}

/** Log group that RDS writes PostgreSQL's log to (Aurora User Guide, "Publishing Aurora PostgreSQL logs to CloudWatch Logs"). */
export function clusterLogGroup(service: string, database: string): string {
  return `/aws/rds/cluster/${clusterName(service, database)}/postgresql`;
}
