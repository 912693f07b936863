import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { SfnStateMachine } from "@cdktf/provider-aws/lib/sfn-state-machine";
import type { TerraformStack } from "cdktf";
import { stateMachineRoleName } from "../../declaration/names";
import { resource } from "../../stack/resource";
import { addDeadLetters } from "../dead-letters";
import { arn, type Placement } from "../microservice/placement";
import { parks, type StateMachineDefinition } from "./definition";
import { parkedQueueName, stateMachineLogGroup, stateMachineName } from "./names";
import { machinePolicy, machineTrust } from "./policy";
import { statesLanguage } from "./states-language";

/** A Standard workflow with its role, its log and, if it parks, the queue for that. Role, policy, log and machine are at `<type>.<machine>`, the first two with `_states`. */
export function addStateMachine(
  stack: TerraformStack,
  placement: Placement,
  service: string,
  machine: string,
  definition: StateMachineDefinition,
): SfnStateMachine {
  const address = `${machine}_states`;
  const role = resource(stack, IamRole, address, {
    name: stateMachineRoleName(service, machine),
    path: placement.rolePath,
    permissionsBoundary: placement.boundaryArn,
    description: `Runs the state machine ${machine} of ${service}`,
    assumeRolePolicy: machineTrust(placement),
  });
  const policy = resource(stack, IamRolePolicy, address, {
    name: "state-machine",
    role: role.name,
    policy: machinePolicy(placement, service, machine, definition),
  });
  const logGroup = resource(stack, CloudwatchLogGroup, address, {
    name: stateMachineLogGroup(service, machine),
    retentionInDays: placement.settings.logRetentionDays,
  });
  if (parks(definition)) {
    const name = parkedQueueName(service, machine);
    addDeadLetters(stack, `${machine}_parked`, { name, arn: arn(placement, "sqs", name) });
  }
  return resource(stack, SfnStateMachine, machine, {
    name: stateMachineName(service, machine),
    type: "STANDARD",
    roleArn: role.arn,
    definition: JSON.stringify(statesLanguage(placement, service, machine, definition)),
    // Which states, when, and what failed; not what customers' data they worked on.
    loggingConfiguration: { level: "ALL", includeExecutionData: false, logDestination: `${logGroup.arn}:*` },
    tracingConfiguration: { enabled: true },
    // Step Functions tries at creation whether the role may deliver logs.
    dependsOn: [policy],
  });
}
