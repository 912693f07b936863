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
  /** ARNs of the rules of EventBridge that send to it; roles of its own account need no policy. */
  readonly rules?: readonly string[];
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
export function closed({ name, arn, rules = [] }: NamedQueue) {
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
      ...(rules.length > 0 ? [rulesSend(arn, rules)] : []),
    ]),
  };
}

/** EventBridge User Guide, "Amazon SQS permissions": the rule's ARN keeps other accounts' rules out. */
function rulesSend(queueArn: string, rules: readonly string[]): PolicyStatement {
  return {
    Sid: "RulesSend",
    Effect: "Allow",
    Principal: { Service: "events.amazonaws.com" },
    Action: "sqs:SendMessage",
    Resource: queueArn,
    Condition: { ArnEquals: { "aws:SourceArn": rules } },
  };
}
