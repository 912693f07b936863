import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { ITerraformDependable, TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { trailName } from "../../declaration/names";
import { policyDocument } from "../../stack/policy-document";
import { resource } from "../../stack/resource";
import { trailArn } from "../trail-arn";

/** Filters read events as they arrive; the log archive is where they are kept. */
const retentionInDays = 30;

export interface TrailLogGroup {
  readonly name: string;
  readonly settings: { readonly cloudWatchLogsGroupArn: string; readonly cloudWatchLogsRoleArn: string };
  /** What the trail waits for. */
  readonly needs: readonly ITerraformDependable[];
}

/**
 * A log group to which the trail delivers as well, and the role it does so with: CloudTrail User Guide, "Role policy document for
 * CloudTrail to use CloudWatch Logs for monitoring", the policy for an organization trail.
 */
export function addTrailLogGroup(stack: TerraformStack, zone: LandingZone): TrailLogGroup {
  const name = trailName(zone);
  const management = zone.ids.get(`account/${zone.foundation.management.name}`);
  const group = resource(stack, CloudwatchLogGroup, "trail", { name, retentionInDays });
  const role = resource(stack, IamRole, "trail", {
    name,
    description: "Lets the organisation's trail write to its log group",
    assumeRolePolicy: policyDocument([
      {
        Sid: "CloudTrailAssumes",
        Effect: "Allow",
        Principal: { Service: "cloudtrail.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceArn": trailArn(zone) } },
      },
    ]),
  });
  const streams = `arn:${zone.partition}:logs:${zone.regions.home}:${management}:log-group:${name}:log-stream`;
  const policy = resource(stack, IamRolePolicy, "trail", {
    role: role.name,
    name: "write-events",
    policy: policyDocument([
      {
        Sid: "CloudTrailWritesStreams",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: [
          `${streams}:${management}_CloudTrail_${zone.regions.home}*`,
          `${streams}:${zone.ids.get("organization")}_*`,
        ],
      },
    ]),
  });
  return {
    name: group.name,
    settings: { cloudWatchLogsGroupArn: `${group.arn}:*`, cloudWatchLogsRoleArn: role.arn },
    // CloudTrail refuses a log group that its role cannot write to.
    needs: [policy],
  };
}
