import type { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import type { TerraformStack } from "cdktf";
import { addAlertTopic, publishedByAlarms, publishedByMail } from "../../stack/alert-topic";
import { configurationSetArn } from "../email/names";
import type { ServiceDefinition } from "../service-definition";
import { arn, type Placement } from "./placement";

/** The topic every alarm of the service goes to, encrypted; only CloudWatch's alarms of this account may publish, and SES where the service sends mails. */
export function addAlarmTopic(
  stack: TerraformStack,
  placement: Placement,
  { name: service, email }: Pick<ServiceDefinition, "name" | "email">,
): SnsTopic {
  const { accountId, alarmKeyAlias, operationsEmail } = placement;
  const name = `${service}-alarms`;
  return addAlertTopic(stack, {
    address: "alarms",
    name,
    arn: arn(placement, "sns", name),
    publish: [
      publishedByAlarms(accountId),
      ...(email === undefined ? [] : [publishedByMail(accountId, configurationSetArn(placement, service))]),
    ],
    key: alarmKeyAlias,
    emails: operationsEmail === undefined ? {} : { operations: operationsEmail },
  });
}
