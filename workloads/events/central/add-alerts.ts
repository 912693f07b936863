import type { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import type { TerraformStack } from "cdktf";
import { addAlarmKey } from "../../../stack/alarm-key";
import { addAlertTopic, publishedByAlarms } from "../../../stack/alert-topic";
import { type Center, centerArn } from "./center";

const name = "landfall-events-alerts";

/** The topic that tells of events nobody got, with its key. */
export function addAlerts(stack: TerraformStack, center: Center, emails: readonly string[]): SnsTopic {
  const { partition, accountId } = center;
  const description = "Alarms about central event buses";
  const key = addAlarmKey(stack, { address: "alerts", alias: `alias/${name}`, description, partition, accountId });
  return addAlertTopic(stack, {
    address: "alerts",
    name,
    arn: centerArn(center, "sns", name),
    publish: publishedByAlarms(accountId),
    key: key.arn,
    emails: Object.fromEntries(emails.map((email, at) => [`alerts-${at + 1}`, email])),
  });
}
