import type { TerraformStack } from "cdktf";
import type { Account, LandingZone } from "../../declaration/model";
import { serviceAlarmKeyAlias } from "../../declaration/names";
import { addAlarmKey, mailEncrypts } from "../../stack/alarm-key";

/**
 * `aws_kms_key.alarms`: encrypts the topic that the service's alarms notify, and SES where the service sends mails. It is made here so that a service's deploy role needs no permission on
 * keys.
 */
export function addServiceAlarmKey(stack: TerraformStack, zone: LandingZone, account: Account): void {
  const accountId = zone.ids.get(`account/${account.name}`);
  addAlarmKey(
    stack,
    {
      address: "alarms",
      alias: serviceAlarmKeyAlias,
      description: "Alarms of the account's service",
      partition: zone.partition,
      accountId,
    },
    [mailEncrypts(accountId)],
  );
}
