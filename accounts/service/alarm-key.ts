import type { TerraformStack } from "cdktf";
import type { Account, LandingZone } from "../../declaration/model";
import { serviceAlarmKeyAlias } from "../../declaration/names";
import { addAlarmKey } from "../../stack/alarm-key";

/**
 * `aws_kms_key.alarms`: encrypts the topics that the service's alarms notify. It is made here so that a service's deploy role needs no permission on
 * keys.
 */
export function addServiceAlarmKey(stack: TerraformStack, zone: LandingZone, account: Account): void {
  addAlarmKey(stack, {
    address: "alarms",
    alias: serviceAlarmKeyAlias,
    description: "Alarms of the account's service",
    partition: zone.partition,
    accountId: zone.ids.get(`account/${account.name}`),
  });
}
