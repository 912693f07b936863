import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { TerraformStack } from "cdktf";
import { resource } from "../../../stack/resource";

/** Alarm as soon as anything is in a dead letter queue of the central account, which has no service whose alarms would say so. */
export function addUndeliveredAlarm(
  stack: TerraformStack,
  address: string,
  { queueName, holds, topicArn }: { readonly queueName: string; readonly holds: string; readonly topicArn: string },
): void {
  resource(stack, CloudwatchMetricAlarm, address, {
    alarmName: queueName,
    alarmDescription: holds,
    namespace: "AWS/SQS",
    metricName: "ApproximateNumberOfMessagesVisible",
    dimensions: { QueueName: queueName },
    statistic: "Maximum",
    period: 60,
    comparisonOperator: "GreaterThanThreshold",
    threshold: 0,
    datapointsToAlarm: 1,
    evaluationPeriods: 1,
    treatMissingData: "notBreaching",
    alarmActions: [topicArn],
    okActions: [topicArn],
  });
}
