import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import type { TerraformStack } from "cdktf";
import { policyDocument, type PolicyStatement } from "../stack/policy-document";
import { resource } from "../stack/resource";

/** The most SQS keeps a message (Amazon SQS quotas, "Message retention"): time to find out why, mend it and send it again. */
const longestSeconds = 14 * 24 * 3600;

/** A queue under a name that is chosen. */
export interface NamedQueue {
  readonly name: string;
  readonly arn: string;
  readonly senders?: Senders;
}

/** Who but roles of the queue's own account, which need no policy, sends to it: ARNs. */
export interface Senders {
  /** Rules of EventBridge. */
  readonly rules?: readonly string[];
  /** Topics of SNS. */
  readonly topics?: readonly string[];
}

/**
 * A queue of what could not be handled, kept as long as SQS can. Terraform creates it before what
 * sends to it, because SQS refuses a redrive policy to a queue that is not there.
 *
 * @param address its Terraform name
 */
export function addDeadLetters(stack: TerraformStack, address: string, queue: NamedQueue): SqsQueue {
  return resource(stack, SqsQueue, address, { ...closed(queue), messageRetentionSeconds: longestSeconds });
}

/** Encrypted with SQS's own keys, over TLS only. Who else may use it is up to the roles of its own account. */
export function closed({ name, arn, senders: { rules = [], topics = [] } = {} }: NamedQueue) {
  return {
    name,
    sqsManagedSseEnabled: true,
    policy: policyDocument([
      {
        Sid: "EncryptedTransportOnly",
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: "sqs:*",
        Resource: arn,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
      ...(rules.length > 0 ? [serviceSends("RulesSend", "events", arn, rules)] : []),
      ...(topics.length > 0 ? [serviceSends("TopicsSend", "sns", arn, topics)] : []),
    ]),
  };
}

/**
 * EventBridge User Guide, "Amazon SQS permissions"; SNS Developer Guide, "Subscribing an Amazon SQS queue to an Amazon SNS topic": the ARN of the
 * rule or topic keeps other accounts' out.
 */
function serviceSends(Sid: string, service: string, queueArn: string, from: readonly string[]): PolicyStatement {
  return {
    Sid,
    Effect: "Allow",
    Principal: { Service: `${service}.amazonaws.com` },
    Action: "sqs:SendMessage",
    Resource: queueArn,
    Condition: { ArnEquals: { "aws:SourceArn": from } },
  };
}
