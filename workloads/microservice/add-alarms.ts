import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";
import type { Alarm } from "./alarms";

/** Makes each alarm; both directions are notified. No data is a quiet service, not a broken one. */
export function addAlarms(stack: TerraformStack, service: string, alarms: readonly Alarm[], topicArn: string): void {
  for (const { name, description, metric, statistic, above, minutes, ofMinutes } of alarms) {
    resource(stack, CloudwatchMetricAlarm, name, {
      alarmName: alarmName(service, name),
      alarmDescription: description,
      namespace: metric.namespace,
      metricName: metric.name,
      dimensions: { ...metric.dimensions },
      ...(statistic === "p95" ? { extendedStatistic: statistic } : { statistic }),
      period: 60,
      comparisonOperator: "GreaterThanThreshold",
      threshold: above,
      datapointsToAlarm: minutes,
      evaluationPeriods: ofMinutes,
      treatMissingData: "notBreaching",
      alarmActions: [topicArn],
      okActions: [topicArn],
    });
  }
}

export function alarmName(service: string, name: string): string {
  return `${service}-${name}`;
}
