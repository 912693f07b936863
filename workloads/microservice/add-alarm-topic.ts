import type { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import type { TerraformStack } from "cdktf";
import { addAlertTopic, publishedByAlarms } from "../../stack/alert-topic";
import { arn, type Placement } from "./placement";

/** The topic every alarm of the service goes to, encrypted; only CloudWatch's alarms of this account may publish. */
export function addAlarmTopic(stack: TerraformStack, placement: Placement, service: string): SnsTopic {
  const { accountId, alarmKeyAlias, operationsEmail } = placement;
  const name = `${service}-alarms`;
  return addAlertTopic(stack, {
    address: "alarms",
    name,
    arn: arn(placement, "sns", name),
    publish: publishedByAlarms(accountId),
    key: alarmKeyAlias,
    emails: operationsEmail === undefined ? {} : { operations: operationsEmail },
  });
}
