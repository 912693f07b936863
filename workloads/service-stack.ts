import { TerraformOutput, type TerraformStack } from "cdktf";
import { peersOf } from "../declaration/events";
import type { Account, LandingZone } from "../declaration/model";
import {
  accessLogDestinationArn,
  centralBusArn,
  logBucketArn,
  serviceAlarmKeyAlias,
  serviceBoundaryArn,
  serviceRolePath,
} from "../declaration/names";
import type { StackSpec } from "../declaration/stacks";
import { UserError } from "../declaration/user-error";
import { withoutBus } from "./events/without-bus";
import { addMicroservice } from "./microservice/add-microservice";
import type { CentralBus, Placement } from "./microservice/placement";
import { serviceNamed } from "./services";

/** The stack `<account>-<service>`: the reference service that the account declares. */
export function buildService(stack: TerraformStack, zone: LandingZone, spec: StackSpec): void {
  const { account } = spec;
  if (!account.service) throw new Error(`stack ${spec.id} is of an account without a service`);
  const placement: Placement = {
    partition: zone.partition,
    region: zone.regions.home,
    accountId: zone.ids.get(`account/${account.name}`),
    rolePath: serviceRolePath,
    boundaryArn: serviceBoundaryArn(zone, account.name),
    domainName: account.service.domainName,
    hostedZoneId: zone.ids.get(`hosted-zone/${account.name}`),
    alarmKeyAlias: serviceAlarmKeyAlias,
    operationsEmail: account.contacts.operations?.email,
    accessLogDestination: accessLogDestinationArn(zone),
    ...firewallLogs(zone, account),
    ...databaseNetwork(zone, account),
    settings: account.service.settings,
    central: centralBusOf(zone, account.service.eventBus),
    peers: peerAccounts(zone, account),
  };
  addMicroservice(stack, withoutBus(serviceNamed(account.service.name), placement), placement);
  new TerraformOutput(stack, "url", { value: `https://${placement.domainName}` });
}

/** The account's VPC, where its file lets the service have databases. The account's stack makes it before the service's is deployed. */
function databaseNetwork({ ids }: LandingZone, { name, service }: Account): Pick<Placement, "vpcId"> {
  return service?.settings.databases === true && ids.has(`vpc/${name}`) ? { vpcId: ids.get(`vpc/${name}`) } : {};
}

function firewallLogs(zone: LandingZone, { name, service }: Account): Pick<Placement, "firewallLogs"> {
  if (service?.settings.firewallLogs !== true) return {};
  if (zone.logs.webAclLogs) return { firewallLogs: logBucketArn(zone, "web-acl") };
  throw new UserError(
    `accounts/${name}.yaml: service.settings.firewallLogs is true, but the log archive has no bucket for web ACLs`,
    "Set logs.webAclLogs: true in landing-zone.yaml, or leave firewallLogs out.",
  );
}

/** An account that is not there yet is no peer: when its id is locked, this stack changes. */
function peerAccounts(zone: LandingZone, account: Account): NonNullable<Placement["peers"]> {
  return Object.fromEntries(
    Object.entries(peersOf(zone, account)).map(([service, names]) => [
      service,
      names.flatMap((name) => (zone.ids.has(`account/${name}`) ? [zone.ids.get(`account/${name}`)] : [])),
    ]),
  );
}

function centralBusOf(zone: LandingZone, bus: string | undefined): CentralBus | undefined {
  const center = zone.foundation["shared-services"];
  if (bus === undefined || !center) return undefined;
  return { arn: centralBusArn(zone, center.name, bus), accountId: zone.ids.get(`account/${center.name}`) };
}
