import { policyDocument } from "../../stack/policy-document";

/** EventBridge User Guide, "Event retry policy": tries again for a day, with growing pauses. */
export const retryPolicy = { maximumRetryAttempts: 185, maximumEventAgeInSeconds: 86_400 } as const;

/** Who may take a role that delivers events: EventBridge, for the rules named. */
export function deliveryTrust(accountId: string, rules: readonly string[]): string {
  return policyDocument([
    {
      Sid: "RulesDeliver",
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: { StringEquals: { "aws:SourceAccount": accountId }, ArnEquals: { "aws:SourceArn": rules } },
    },
  ]);
}

/** What such a role may do: put events on one bus. */
export function deliveryPolicy(busArn: string): string {
  return policyDocument([{ Sid: "OneBus", Effect: "Allow", Action: "events:PutEvents", Resource: busArn }]);
}
