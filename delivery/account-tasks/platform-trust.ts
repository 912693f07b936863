import type { LandingZone } from "../../declaration/model";
import { deployRoles, roleArn } from "../../declaration/names";

/**
 * Trust policy of a member account's `landfall-platform`: the management account's role of that name and nobody else. CreateAccount makes the
 * role trust every principal of the management account that IAM there lets assume roles.
 *
 * The role is named by a condition and not as the principal: a principal's ARN turns into the role's unique id, so that a role deleted and
 * made again would be locked out of every account (IAM User Guide, "AWS JSON policy elements: Principal"). So whoever administers the
 * management account has a way in that leaves a trace: `landfall bootstrap` makes the role anew.
 */
export function platformTrust(zone: LandingZone): string {
  const { management } = zone.foundation;
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "LandfallPlatform",
        Effect: "Allow",
        Principal: { AWS: roleArn(zone, management.name, deployRoles.platform).replace(/:role\/.*/, ":root") },
        Action: "sts:AssumeRole",
        Condition: { ArnEquals: { "aws:PrincipalArn": roleArn(zone, management.name, deployRoles.platform) } },
      },
    ],
  });
}
