import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import type { TerraformStack } from "cdktf";
import { policyDocument, type PolicyStatement } from "../../stack/policy-document";
import { resource } from "../../stack/resource";

/** Fourteen days, the longest SQS keeps a message: time to find out why, mend it and send it again. */
export const deadLetterSeconds = 14 * 24 * 60 * 60;

export interface DeadLetters {
  /** Name of its Terraform resources. */
  readonly address: string;
  readonly name: string;
  readonly arn: string;
  /** What is in it, for the alarm. */
  readonly holds: string;
  /** ARNs of the rules that may put what they could not deliver into it. */
  readonly rules: readonly string[];
  readonly topicArn: string;
}

/** A dead-letter queue that the named rules may send to, and an alarm as soon as anything is in it. */
export function addDeadLetters(stack: TerraformStack, letters: DeadLetters): SqsQueue {
  const { address, name, arn, rules } = letters;
  const queue = resource(stack, SqsQueue, address, {
    name,
    messageRetentionSeconds: deadLetterSeconds,
    sqsManagedSseEnabled: true,
  });
  resource(stack, SqsQueuePolicy, address, { queueUrl: queue.url, policy: policyDocument([rulesSend(arn, rules)]) });
  resource(stack, CloudwatchMetricAlarm, address, {
    alarmName: name,
    alarmDescription: letters.holds,
    namespace: "AWS/SQS",
    metricName: "ApproximateNumberOfMessagesVisible",
    dimensions: { QueueName: name },
    statistic: "Maximum",
    period: 60,
    comparisonOperator: "GreaterThanThreshold",
    threshold: 0,
    datapointsToAlarm: 1,
    evaluationPeriods: 1,
    treatMissingData: "notBreaching",
    alarmActions: [letters.topicArn],
    okActions: [letters.topicArn],
  });
  return queue;
}

/** EventBridge User Guide, "Amazon SQS permissions": the rule's ARN keeps other accounts' rules out. */
export function rulesSend(queueArn: string, rules: readonly string[]): PolicyStatement {
  return {
    Sid: "RulesSend",
    Effect: "Allow",
    Principal: { Service: "events.amazonaws.com" },
    Action: "sqs:SendMessage",
    Resource: queueArn,
    Condition: { ArnEquals: { "aws:SourceArn": rules } },
  };
}
