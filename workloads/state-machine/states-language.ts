import { queueUrl } from "../microservice/names";
import type { Placement } from "../microservice/placement";
import { type CallState, isCall, isPark, type ParkState, type StateMachineDefinition } from "./definition";
import { calleeOf, parkedQueueName } from "./names";
import { retryAll, retryTransient } from "./retry";

/** A function ends before this, so that what it was about is known in all but the worst case. */
const callSeconds = 15;
const daySeconds = 24 * 3600;

/** Amazon States Language of a machine: calls and parkings become tasks of Step Functions' optimized integrations. */
export function statesLanguage(
  placement: Placement,
  service: string,
  machine: string,
  definition: StateMachineDefinition,
): object {
  const states = Object.entries(definition.states).map(([name, state]) => {
    if (isCall(state)) return [name, callTask(placement, service, state)];
    return [name, isPark(state) ? parkTask(placement, service, machine, state) : state];
  });
  return {
    Comment: `${machine} of ${service}`,
    StartAt: definition.startAt,
    TimeoutSeconds: definition.timeoutSeconds ?? daySeconds,
    States: Object.fromEntries(states) as object,
  };
}

/** Step Functions Developer Guide, "Invoke an AWS Lambda function"; `Credentials`: "Accessing resources in other AWS accounts". */
function callTask(placement: Placement, service: string, { Call, Parameters, ...state }: CallState): object {
  const { functionArn, roleArn } = calleeOf(placement, service, Call);
  return {
    Type: "Task",
    Resource: `arn:${placement.partition}:states:::lambda:invoke`,
    ...(roleArn === undefined ? {} : { Credentials: { RoleArn: roleArn } }),
    Parameters: { FunctionName: functionArn, ...(Parameters ? { Payload: Parameters } : { "Payload.$": "$" }) },
    ResultSelector: { "value.$": "$.Payload" },
    TimeoutSeconds: callSeconds,
    Retry: retryTransient,
    ...state,
  };
}

function parkTask(placement: Placement, service: string, machine: string, { Park: _, ...state }: ParkState): object {
  return {
    Type: "Task",
    Resource: `arn:${placement.partition}:states:::sqs:sendMessage`,
    Parameters: { QueueUrl: queueUrl(placement, parkedQueueName(service, machine)), "MessageBody.$": "$" },
    ResultPath: null,
    TimeoutSeconds: callSeconds,
    Retry: retryAll(8, 300),
    ...state,
  };
}
