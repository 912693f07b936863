import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import type { StackSpec } from "../declaration/stacks";
import { addSpoke } from "../network/spoke/spoke";
import { addBaseline } from "../security/baseline";
import { addResponseRole } from "../security/response/taken-on-roles";
import { recordIds } from "../stack/record-ids";
import { addAuditorRole } from "./auditor-role";
import { addBreakGlass } from "./break-glass/break-glass";
import { addPlanRole } from "./plan-role";
import { addNewAccountQuarantine } from "./quarantine/new-accounts";
import { addServiceHosting } from "./service/hosting";

/** One account: the baseline every account has, a spoke if it is on the network, and what its service is deployed into. */
export function buildAccount(stack: TerraformStack, zone: LandingZone, { account }: StackSpec): void {
  const { network, service } = account;
  addBaseline(stack, zone);
  if (zone.pipeline && account.name !== zone.foundation.management.name) addPlanRole(stack, zone, account);
  if (zone.identity.breakGlass) addBreakGlass(stack, zone, account, zone.identity.breakGlass);
  if (account.name === zone.foundation.management.name) addNewAccountQuarantine(stack, zone);
  addAuditorRole(stack, zone);
  addResponseRole(stack, zone, account);
  const spokeIds = network ? addSpoke(stack, zone, account, network) : {};
  const serviceIds = service ? addServiceHosting(stack, zone, account, service) : {};
  recordIds(stack, { ...spokeIds, ...serviceIds });
}
