import type { Account, AccountService, LandingZone } from "../../declaration/model";
import { accessLogDestinationArn, serviceBoundaryArn, serviceStateBucketName } from "../../declaration/names";
import { arnsOf } from "./arns";
import { apiPermissions } from "./permissions/api";
import { bucketPermissions } from "./permissions/buckets";
import { dataStreamPermissions } from "./permissions/data-streams";
import { deliveryStreamPermissions } from "./permissions/delivery-streams";
import { secretPermissions } from "./permissions/secrets";
import { eventPermissions } from "./permissions/events";
import { functionPermissions } from "./permissions/functions";
import { mailPermissions } from "./permissions/mail";
import { namePermissions } from "./permissions/names";
import { observabilityPermissions } from "./permissions/observability";
import { queuePermissions } from "./permissions/queues";
import { rolePermissions } from "./permissions/roles";
import { stateMachinePermissions } from "./permissions/state-machines";
import { schedulePermissions } from "./permissions/schedules";
import { statePermissions } from "./permissions/state";
import { subscriptionPermissions } from "./permissions/subscriptions";
import { tablePermissions } from "./permissions/tables";
import { userPoolPermissions } from "./permissions/user-pools";
import type { PolicyStatement } from "../../stack/policy-document";

/** What the account stack makes and the deploy role is tied to; ARNs may be tokens. */
export interface DeployTargets {
  readonly hostedZoneArn: string;
}

/** Exactly what Terraform calls to plan, apply and destroy the service's stack: all in this account, all in its home region. */
export function deployPermissions(
  zone: LandingZone,
  account: Account,
  service: AccountService,
  { hostedZoneArn }: DeployTargets,
): readonly PolicyStatement[] {
  const arns = arnsOf(zone, account);
  const destination = accessLogDestinationArn(zone);
  return [
    ...apiPermissions(arns),
    ...functionPermissions(arns),
    ...tablePermissions(arns),
    ...queuePermissions(arns),
    ...stateMachinePermissions(arns),
    ...bucketPermissions(zone.partition, zone.ids.get(`account/${account.name}`), service.name),
    ...secretPermissions(arns, service.name),
    ...observabilityPermissions(arns),
    ...(destination === undefined ? [] : subscriptionPermissions(arns, destination)),
    ...(service.eventBus === undefined ? [] : eventPermissions(arns)),
    ...namePermissions(arns, zone.partition, service.domainName, hostedZoneArn),
    ...rolePermissions(arns, serviceBoundaryArn(zone, account.name)),
    ...statePermissions(`arn:${zone.partition}:s3:::${serviceStateBucketName(zone, account.name)}`),
  ];
}

/**
 * What it calls beside for what only some services have: apart, because an inline policy would not hold both (IAM quotas, 10,240 characters of all of
 * a role's inline policies).
 */
export function furtherDeployPermissions(
  zone: LandingZone,
  account: Account,
  service: AccountService,
): readonly PolicyStatement[] {
  const arns = arnsOf(zone, account);
  return [
    ...deliveryStreamPermissions(arns),
    ...dataStreamPermissions(arns),
    ...schedulePermissions(arns, service.name),
    ...mailPermissions(arns, service.domainName),
    ...userPoolPermissions(arns),
  ];
}
