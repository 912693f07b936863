import { TerraformOutput, type TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { centralBusArn, serviceAlarmKeyAlias, serviceBoundaryArn, serviceRolePath } from "../declaration/names";
import type { StackSpec } from "../declaration/stacks";
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
    settings: account.service.settings,
    central: centralBusOf(zone, account.service.eventBus),
  };
  addMicroservice(stack, serviceNamed(account.service.name), placement);
  new TerraformOutput(stack, "url", { value: `https://${placement.domainName}` });
}

function centralBusOf(zone: LandingZone, bus: string | undefined): CentralBus | undefined {
  const center = zone.foundation["shared-services"];
  if (bus === undefined || !center) return undefined;
  return { arn: centralBusArn(zone, center.name, bus), accountId: zone.ids.get(`account/${center.name}`) };
}
