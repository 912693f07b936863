import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { alarmsEncrypt } from "../../stack/alarm-key";
import { addAlertTopic, publishedByAlarms } from "../../stack/alert-topic";
import { resource } from "../../stack/resource";
import { addTopicKey } from "../topic-key";
import { cisAlarms } from "./cis-alarms";

/** Namespace of the metrics that Security Hub's remediation instructions use. */
const namespace = "LogMetrics";

/** A metric filter and an alarm for each recommendation, all on the trail's log group and to one topic, in the management account. */
export function addCisAlarms(stack: TerraformStack, zone: LandingZone, logGroupName: string): void {
  const accountId = zone.ids.get(`account/${zone.foundation.management.name}`);
  const name = `${zone.organization.name}-trail-alarms`;
  const { findingsEmail } = zone.security;
  const published = publishedByAlarms(accountId);
  const key = addTopicKey(
    stack,
    zone,
    { address: "alarms", alias: `alias/${name}`, description: "Alarms of the organisation's trail", accountId },
    alarmsEncrypt(accountId),
  );
  const topic = addAlertTopic(stack, {
    address: "alarms",
    name,
    arn: `arn:${zone.partition}:sns:${zone.regions.home}:${accountId}:${name}`,
    key: key.arn,
    emails: findingsEmail === undefined ? {} : { alarms: findingsEmail },
    publish: {
      ...published,
      Condition: {
        ...published.Condition,
        ArnLike: { "aws:SourceArn": `arn:${zone.partition}:cloudwatch:${zone.regions.home}:${accountId}:alarm:*` },
      },
    },
  });
  for (const [alarm, { what, recommendation, pattern }] of Object.entries(cisAlarms)) {
    const metricName = `${zone.organization.name}-${alarm}`;
    const filter = resource(stack, CloudwatchLogMetricFilter, alarm, {
      name: metricName,
      logGroupName,
      pattern,
      metricTransformation: { name: metricName, namespace, value: "1" },
    });
    resource(stack, CloudwatchMetricAlarm, alarm, {
      alarmName: metricName,
      alarmDescription: `${what} (CIS AWS Foundations Benchmark v3.0.0, ${recommendation})`,
      namespace,
      metricName,
      statistic: "Sum",
      period: 300,
      evaluationPeriods: 1,
      threshold: 1,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      // No event is no data: without this an alarm would not go back to OK.
      treatMissingData: "notBreaching",
      alarmActions: [topic.arn],
      dependsOn: [filter],
    });
  }
}
