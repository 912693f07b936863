import type { AwsCall, AwsResponse } from "./call";
import type { EmulatedAws } from "./emulated-aws";
import { queryCall } from "./internal-call";

interface LinkedRole {
  /** `service:operation` of the call after which AWS makes the role. */
  readonly after: string;
  readonly servicePrincipal: string;
  readonly roleName: string;
}

/**
 * Roles that AWS makes by itself when a service is turned on; the emulators do not. The provider looks for RAM's.
 * Source: IAM User Guide, "AWS services that work with IAM", and the page of each service's linked role.
 */
const linkedRoles: readonly LinkedRole[] = [
  {
    after: "organizations:CreateOrganization",
    servicePrincipal: "organizations.amazonaws.com",
    roleName: "AWSServiceRoleForOrganizations",
  },
  {
    after: "ram:EnableSharingWithAwsOrganization",
    servicePrincipal: "ram.amazonaws.com",
    roleName: "AWSServiceRoleForResourceAccessManager",
  },
];

/** To be shown every answered call: makes the service-linked role that AWS would have made. */
export async function linkRoles(emulated: EmulatedAws, call: AwsCall, answer: AwsResponse): Promise<void> {
  if (answer.status >= 300) return;
  const made = linkedRoles.filter(({ after }) => after === `${call.service}:${call.operation ?? ""}`);
  for (const { servicePrincipal, roleName } of made) {
    const trust = { Effect: "Allow", Principal: { Service: servicePrincipal }, Action: "sts:AssumeRole" };
    const role = {
      Action: "CreateRole",
      Version: "2010-05-08",
      Path: `/aws-service-role/${servicePrincipal}/`,
      RoleName: roleName,
      AssumeRolePolicyDocument: JSON.stringify({ Version: "2012-10-17", Statement: [trust] }),
    };
    await emulated("moto", queryCall("iam", call.account, role));
  }
}
