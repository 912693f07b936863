import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DataAwsSubnets } from "@cdktf/provider-aws/lib/data-aws-subnets";
import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group";
import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { RdsClusterInstance } from "@cdktf/provider-aws/lib/rds-cluster-instance";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import type { TerraformStack } from "cdktf";
import { UserError } from "../../declaration/user-error";
import { resource } from "../../stack/resource";
import type { Placement } from "../microservice/placement";
import { databaseName } from "../uses/variables";
import { type DatabaseDefinition, defaults } from "./definition";
import { clusterLogGroup, clusterName } from "./names";

/**
 * PostgreSQL by its major version: RDS takes its default minor one and raises it. Capacity 0 needs 16.3 or later (Aurora User Guide, "Scaling to Zero
 * ACUs with automatic pause and resume").
 */
const engine = { engine: "aurora-postgresql", engineVersion: "16" } as const;

/**
 * A database of the service's own in the private subnets of the account's spoke, everything about it at `<type>.<name>`. Its security group has no
 * rule: who reaches it does so by the Data API, where IAM decides.
 *
 * @throws UserError in an account without a spoke, or whose file lets the service have no database
 */
export function addDatabase(
  stack: TerraformStack,
  placement: Placement,
  service: string,
  name: string,
  definition: DatabaseDefinition,
): RdsCluster {
  const identifier = clusterName(service, name);
  const { vpcId } = placement;
  if (vpcId === undefined) {
    throw new UserError(
      `the service ${service} has the database ${name}, and ${placement.settings.databases ? "its account has no network to put it in" : "its account's file lets it have none"}`,
      "In the account's file, declare its network and service.settings.databases: true, or take the database out of service.ts.",
    );
  }
  const { minCapacity, maxCapacity, pauseAfterSeconds, backupDays, deletionProtection } = {
    ...defaults,
    ...definition,
  };
  const subnets = resource(stack, DataAwsSubnets, name, {
    filter: [
      { name: "vpc-id", values: [vpcId] },
      { name: "tag:Name", values: ["private-*"] },
    ],
  });
  const group = resource(stack, DbSubnetGroup, name, {
    name: identifier,
    description: `Where the database ${name} of ${service} is`,
    subnetIds: subnets.ids,
  });
  const closed = resource(stack, SecurityGroup, name, {
    name: `${identifier}-database`,
    description: `Lets nobody reach the database ${name} of ${service} but by the Data API`,
    vpcId,
  });
  // RDS would create the log group itself, without retention.
  const log = resource(stack, CloudwatchLogGroup, `${name}_database`, {
    name: clusterLogGroup(service, name),
    retentionInDays: placement.settings.logRetentionDays,
  });
  const cluster = resource(stack, RdsCluster, name, {
    clusterIdentifier: identifier,
    ...engine,
    engineMode: "provisioned",
    databaseName: databaseName(name),
    masterUsername: "landfall",
    manageMasterUserPassword: true,
    iamDatabaseAuthenticationEnabled: true,
    enableHttpEndpoint: true,
    storageEncrypted: true,
    serverlessv2ScalingConfiguration: {
      minCapacity,
      maxCapacity,
      ...(minCapacity === 0 ? { secondsUntilAutoPause: pauseAfterSeconds } : {}),
    },
    backupRetentionPeriod: backupDays,
    copyTagsToSnapshot: true,
    deletionProtection,
    skipFinalSnapshot: false,
    finalSnapshotIdentifier: `${identifier}-final`,
    enabledCloudwatchLogsExports: ["postgresql"],
    dbSubnetGroupName: group.name,
    vpcSecurityGroupIds: [closed.id],
    dependsOn: [log],
  });
  resource(stack, RdsClusterInstance, name, {
    identifier: `${identifier}-1`,
    clusterIdentifier: cluster.id,
    ...engine,
    instanceClass: "db.serverless",
    publiclyAccessible: false,
    autoMinorVersionUpgrade: true,
    copyTagsToSnapshot: true,
    performanceInsightsEnabled: true,
  });
  return cluster;
}
