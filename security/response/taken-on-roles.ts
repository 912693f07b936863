import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { TerraformStack } from "cdktf";
import type { Account, LandingZone } from "../../declaration/model";
import { organizationArn } from "../../declaration/names";
import { responseRoles, runbookRoleArn } from "../../declaration/response-names";
import { policyDocument, type PolicyStatement } from "../../stack/policy-document";
import { resource } from "../../stack/resource";

/**
 * What the runbook takes on in an account: in the management account a role that moves accounts, elsewhere one that makes snapshots. Step
 * Functions Developer Guide, "Accessing resources in other AWS accounts in Step Functions".
 */
export function addResponseRole(stack: TerraformStack, zone: LandingZone, account: Pick<Account, "name">): void {
  if (!zone.security.response) return;
  const isManagement = account.name === zone.foundation.management.name;
  if (isManagement) addRole(stack, zone, responseRoles.move, "Moves accounts to quarantine", moves(zone));
  else
    addRole(stack, zone, responseRoles.snapshot, "Makes snapshots before an account is quarantined", snapshots(zone));
}

function addRole(
  stack: TerraformStack,
  zone: LandingZone,
  name: string,
  description: string,
  statements: readonly PolicyStatement[],
): void {
  const tooling = zone.ids.get(`account/${zone.foundation["security-tooling"].name}`);
  const role = resource(stack, IamRole, "response", {
    name,
    description,
    maxSessionDuration: 3600,
    assumeRolePolicy: policyDocument([
      {
        Sid: "RunbookAssumes",
        Effect: "Allow",
        // The role itself as principal would have to exist before this one is made.
        Principal: { AWS: `arn:${zone.partition}:iam::${tooling}:root` },
        Action: "sts:AssumeRole",
        Condition: { ArnEquals: { "aws:PrincipalArn": runbookRoleArn(zone) } },
      },
    ]),
  });
  resource(stack, IamRolePolicy, "response", { name, role: role.name, policy: policyDocument(statements) });
}

/** Service Authorization Reference, "Actions, resources, and condition keys for AWS Organizations". */
function moves(zone: LandingZone): readonly PolicyStatement[] {
  const within = (kind: string): string => `${organizationArn(zone).replace(":organization/", `:${kind}/`)}/*`;
  return [
    { Sid: "FindParent", Effect: "Allow", Action: "organizations:ListParents", Resource: "*" },
    {
      Sid: "Move",
      Effect: "Allow",
      Action: "organizations:MoveAccount",
      Resource: [within("account"), within("ou"), within("root")],
    },
  ];
}

function snapshots({ partition }: LandingZone): readonly PolicyStatement[] {
  return [
    { Sid: "FindVolumes", Effect: "Allow", Action: "ec2:DescribeVolumes", Resource: "*" },
    {
      Sid: "MakeSnapshots",
      Effect: "Allow",
      Action: ["ec2:CreateSnapshot", "ec2:CreateTags"],
      Resource: [`arn:${partition}:ec2:*:*:volume/*`, `arn:${partition}:ec2:*::snapshot/*`],
    },
  ];
}
