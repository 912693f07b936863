import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { TerraformStack } from "cdktf";
import type { Account, AccountService, LandingZone } from "../../declaration/model";
import { githubAudience, githubIssuer } from "../../declaration/github-oidc";
import { deployRoles, serviceDatabasesName } from "../../declaration/names";
import { resource } from "../../stack/resource";
import { arnsOf } from "./arns";
import { deployPermissions, type DeployTargets, furtherDeployPermissions } from "./deploy-permissions";
import { policyDocument } from "../../stack/policy-document";
import { databasePermissions } from "./permissions/databases";
import { deployTrust } from "./trust";

/** Name of the managed policy of the deploy role. */
const furtherPolicy = `${deployRoles.service}-further`;

/**
 * `aws_iam_role.landfall-service` with its inline policy and its managed ones, and the OIDC provider that its trust names. What databases take is there
 * where the account's file lets the service have them.
 */
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
  if (!account.network || !service.settings.databases) return;
  const databases = resource(stack, IamPolicy, serviceDatabasesName, {
    name: serviceDatabasesName,
    description: `Lets the databases of the ${service.name} service be deployed, in the account's own network`,
    policy: policyDocument(databasePermissions(arnsOf(zone, account), service.name)),
  });
  resource(stack, IamRolePolicyAttachment, serviceDatabasesName, { role: role.name, policyArn: databases.arn });
}
