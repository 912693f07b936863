import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { SfnStateMachine } from "@cdktf/provider-aws/lib/sfn-state-machine";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { quarantineUnit } from "../../declaration/names";
import { atRoot } from "../../declaration/quarantine";
import { globalRegion } from "../../declaration/regions";
import { globalProvider } from "../../stack/global-provider";
import { policyDocument, type PolicyStatement } from "../../stack/policy-document";
import { resource } from "../../stack/resource";
import { quarantineStates } from "./states";

const name = "landfall-quarantine";

/**
 * Moves an account that was created by hand or joined by invitation from the root, where only the root's guardrails bind it, to the unit `quarantine`.
 * Landfall's own accounts are in their units by the time it looks. It is in the region of the partition's global services, where alone Organizations' events
 * are (Organizations User Guide, "Logging and monitoring in AWS Organizations"; CreateAccount and AcceptHandshake, API reference, for the events).
 */
export function addNewAccountQuarantine(stack: TerraformStack, zone: LandingZone): void {
  if (!zone.organization.quarantineNewAccounts) return;
  const { partition, ids } = zone;
  const account = ids.get(`account/${zone.foundation.management.name}`);
  const arn = (kind: string): string => `arn:${partition}:organizations::${account}:${kind}/${ids.get("organization")}`;
  const machineArn = `arn:${partition}:states:${globalRegion(zone.regions.home)}:${account}:stateMachine:${name}`;
  const at = globalProvider(stack, zone);
  const provider = at ? { provider: at } : {};
  const machine = resource(stack, SfnStateMachine, "quarantine", {
    name,
    roleArn: addRole(stack, account, "quarantine", "states", {
      Sid: "MoveFromRootToQuarantine",
      Effect: "Allow",
      Action: ["organizations:ListAccountsForParent", "organizations:MoveAccount"],
      Resource: [
        `${arn("account")}/*`,
        `${arn("root")}/${ids.get("root")}`,
        `${arn("ou")}/${ids.get(`organizational-unit/${quarantineUnit}`)}`,
      ],
    }),
    definition: JSON.stringify(
      quarantineStates({
        partition,
        rootId: ids.get("root"),
        quarantineId: ids.get(`organizational-unit/${quarantineUnit}`),
        stay: [account, ...atRoot(zone).map((name) => ids.get(`account/${name}`))],
      }),
    ),
    ...provider,
  });
  const rule = resource(stack, CloudwatchEventRule, "quarantine", {
    name,
    description: "An account was created, or joined by invitation",
    eventPattern: JSON.stringify({
      source: ["aws.organizations"],
      "detail-type": ["AWS Service Event via CloudTrail", "AWS API Call via CloudTrail"],
      detail: {
        eventSource: ["organizations.amazonaws.com"],
        eventName: ["AccountJoinedOrganization", "CreateAccountResult"],
      },
    }),
    ...provider,
  });
  resource(stack, CloudwatchEventTarget, "quarantine", {
    rule: rule.name,
    targetId: "state-machine",
    arn: machine.arn,
    roleArn: addRole(stack, account, "quarantine-events", "events", {
      Sid: "Start",
      Effect: "Allow",
      Action: "states:StartExecution",
      Resource: machineArn,
    }),
    ...provider,
  });
}

function addRole(
  stack: TerraformStack,
  account: string,
  address: string,
  service: "events" | "states",
  may: PolicyStatement,
): string {
  const role = resource(stack, IamRole, address, {
    name: `landfall-${address}`,
    description: "Moves accounts that appear at the root to the quarantine",
    assumeRolePolicy: policyDocument([
      {
        Sid: "ServiceAssumes",
        Effect: "Allow",
        Principal: { Service: `${service}.amazonaws.com` },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": account } },
      },
    ]),
  });
  resource(stack, IamRolePolicy, address, { name: "quarantine", role: role.name, policy: policyDocument([may]) });
  return role.arn;
}
