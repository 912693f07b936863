import type { PolicyStatement } from "../../../stack/policy-document";
import type { AccountArns } from "../arns";

/**
 * The subscription of an API's access log: `logs:PutSubscriptionFilter` is asked of the log group and of the destination (Service
 * Authorization Reference, "Actions defined by Amazon CloudWatch Logs"), whose own policy lets the organisation in.
 *
 * @param destination its ARN, in the log archive
 */
export function subscriptionPermissions(arns: AccountArns, destination: string): readonly PolicyStatement[] {
  return [
    {
      Sid: "AccessLogSubscription",
      Effect: "Allow",
      Action: ["logs:DeleteSubscriptionFilter", "logs:DescribeSubscriptionFilters", "logs:PutSubscriptionFilter"],
      Resource: [arns("logs", "log-group:*"), destination],
    },
  ];
}
