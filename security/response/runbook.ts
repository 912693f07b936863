import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { SfnStateMachine } from "@cdktf/provider-aws/lib/sfn-state-machine";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import type { TerraformStack } from "cdktf";
import { foundationAccounts } from "../../declaration/foundation-accounts";
import type { LandingZone } from "../../declaration/model";
import { roleArn } from "../../declaration/names";
import { responseRoles, runbookName } from "../../declaration/response-names";
import { policyDocument } from "../../stack/policy-document";
import { resource } from "../../stack/resource";
import { runbookDefinition } from "./runbook-definition";

/** `landfall-quarantine`: a state machine that somebody starts with an account's id; nothing starts it by itself. */
export function addRunbook(stack: TerraformStack, zone: LandingZone, keyArn: string): void {
  const { response, findingsEmail } = zone.security;
  if (!response) return;
  const tooling = zone.ids.get(`account/${zone.foundation["security-tooling"].name}`);
  const moveRoleArn = roleArn(zone, zone.foundation.management.name, responseRoles.move);
  const topic = resource(stack, SnsTopic, "response", {
    name: `${zone.organization.name}-response`,
    kmsMasterKeyId: keyArn,
  });
  if (findingsEmail !== undefined)
    resource(stack, SnsTopicSubscription, "response", {
      topicArn: topic.arn,
      protocol: "email",
      endpoint: findingsEmail,
    });
  const role = resource(stack, IamRole, "response", {
    name: responseRoles.runbook,
    description: "Quarantines accounts",
    assumeRolePolicy: policyDocument([
      {
        Sid: "StepFunctionsAssumes",
        Effect: "Allow",
        Principal: { Service: "states.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": tooling } },
      },
    ]),
  });
  const policy = resource(stack, IamRolePolicy, "response", {
    name: "quarantine",
    role: role.name,
    policy: policyDocument([
      {
        Sid: "TakeOnRoles",
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Resource: [moveRoleArn, `arn:${zone.partition}:iam::*:role/${responseRoles.snapshot}`],
      },
      { Sid: "Tell", Effect: "Allow", Action: "sns:Publish", Resource: topic.arn },
      { Sid: "TellEncrypted", Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: keyArn },
    ]),
  });
  resource(stack, SfnStateMachine, "quarantine", {
    name: runbookName,
    roleArn: role.arn,
    definition: runbookDefinition({
      partition: zone.partition,
      moveRoleArn,
      unitId: zone.ids.get(`organizational-unit/${response.quarantineUnit}`),
      refused: foundationAccounts(zone).map((name) => zone.ids.get(`account/${name}`)),
      topicArn: topic.arn,
    }),
    dependsOn: [policy],
  });
}
