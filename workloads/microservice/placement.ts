import type { AccountService } from "../../declaration/model";
import { UserError } from "../../declaration/user-error";

/** Where a microservice runs and with which settings: all it needs to know of the landing zone. */
export interface Placement {
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
  /** Path and permissions boundary of every role the service has. */
  readonly rolePath: string;
  readonly boundaryArn: string;
  readonly domainName: string;
  /** Public zone of `domainName`. */
  readonly hostedZoneId: string;
  /** Key for the alarms' topic; its policy must let CloudWatch use it. */
  readonly alarmKeyAlias: string;
  /** Told of every alarm. */
  readonly operationsEmail: string | undefined;
  /** ARN of the log archive's destination for access logs of APIs. */
  readonly accessLogDestination?: string | undefined;
  /** ARN of the bucket that web ACLs log to. */
  readonly firewallLogs?: string;
  /** The account's spoke, where databases are; absent where the account's file lets it have none, or it has no network. */
  readonly vpcId?: string;
  readonly settings: AccountService["settings"];
  /** Bus of the shared-services account that the service's events go to and come from. */
  readonly central?: CentralBus | undefined;
  /** Services on the same event bus: name → ids of the accounts that have it. State machines call each other's functions. */
  readonly peers?: Readonly<Record<string, readonly string[]>>;
}

export interface CentralBus {
  readonly arn: string;
  readonly accountId: string;
}

/**
 * The bus of a service that has events.
 * @throws UserError when its account joins none
 */
export function centralBusOf({ central }: Placement, service: string): CentralBus {
  if (central) return central;
  throw new UserError(
    `the service ${service} has events, and its account joins no event bus`,
    "Declare one in landing-zone.yaml under events.buses, and name it in the account's file as service.eventBus.",
  );
}

/** ARN of something in the placement's account and region. */
export function arn(placement: Placement, service: string, resource: string): string {
  return `arn:${placement.partition}:${service}:${placement.region}:${placement.accountId}:${resource}`;
}
