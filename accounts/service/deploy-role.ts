import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { TerraformStack } from "cdktf";
import type { Account, AccountService, LandingZone } from "../../declaration/model";
import { githubAudience, githubIssuer } from "../../declaration/github-oidc";
import { deployRoles } from "../../declaration/names";
import { resource } from "../../stack/resource";
import { deployPermissions, type DeployTargets, furtherDeployPermissions } from "./deploy-permissions";
import { policyDocument } from "../../stack/policy-document";
import { deployTrust } from "./trust";

/** Name of the managed policy of the deploy role. */
const furtherPolicy = `${deployRoles.service}-further`;

/** `aws_iam_role.landfall-service` with its inline policy and its managed one, and the OIDC provider that its trust names. */
export function addDeployRole(
  stack: TerraformStack,
  zone: LandingZone,
  account: Account,
  service: AccountService,
  targets: DeployTargets,
): void {
  const provider =
    service.repository === undefined
      ? undefined
      : resource(stack, IamOpenidConnectProvider, "github", {
          url: `https://${githubIssuer}`,
          clientIdList: [githubAudience],
        });
  const role = resource(stack, IamRole, deployRoles.service, {
    name: deployRoles.service,
    description: `Deploys the ${service.name} service of this account and nothing else`,
    maxSessionDuration: 3600,
    assumeRolePolicy: policyDocument(deployTrust(zone, account, service.repository, provider?.arn)),
  });
  resource(stack, IamRolePolicy, deployRoles.service, {
    name: "deploy",
    role: role.name,
    policy: policyDocument(deployPermissions(zone, account, service, targets)),
  });
  const further = resource(stack, IamPolicy, furtherPolicy, {
    name: furtherPolicy,
    description: `Deploys of the ${service.name} service what only some services have`,
    policy: policyDocument(furtherDeployPermissions(zone, account, service)),
  });
  resource(stack, IamRolePolicyAttachment, furtherPolicy, { role: role.name, policyArn: further.arn });
}
