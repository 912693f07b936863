import { bucketName, queueUrl } from "../microservice/names";
import type { Placement } from "../microservice/placement";
import {
  type Branch,
  type CallState,
  isCall,
  isMap,
  isPark,
  type MapState,
  type ParallelState,
  type ParkState,
  type State,
  type StateMachineDefinition,
} from "./definition";
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
  return {
    Comment: `${machine} of ${service}`,
    StartAt: definition.startAt,
    TimeoutSeconds: definition.timeoutSeconds ?? daySeconds,
    States: writtenOut({ placement, service, machine }, definition.states),
  };
}

interface Machine {
  readonly placement: Placement;
  readonly service: string;
  readonly machine: string;
}

/** Those within others too. */
function writtenOut(of: Machine, states: Readonly<Record<string, State>>): object {
  const within = <Within extends Branch>(branch: Within) => ({ ...branch, States: writtenOut(of, branch.States) });
  const written = Object.entries(states).map(([name, state]): [string, object] => {
    if (isCall(state)) return [name, callTask(of.placement, of.service, state)];
    if (isPark(state)) return [name, parkTask(of.placement, of.service, of.machine, state)];
    if (isMap(state)) return [name, { ...readingItems(of, state), ItemProcessor: within(state.ItemProcessor) }];
    return [name, isParallel(state) ? { ...state, Branches: state.Branches.map(within) } : state];
  });
  return Object.fromEntries(written);
}

function isParallel(state: State): state is ParallelState {
  return "Type" in state && state.Type === "Parallel";
}

/** Step Functions Developer Guide, "ItemReader (Map)". */
function readingItems({ placement, service }: Machine, { ReadItems, ...state }: MapState): object {
  if (ReadItems === undefined) return state;
  return {
    ...state,
    ItemReader: {
      Resource: `arn:${placement.partition}:states:::s3:getObject`,
      ReaderConfig: { InputType: "JSON" },
      Parameters: { Bucket: bucketName(service, ReadItems.bucket, placement.accountId), "Key.$": ReadItems.key },
    },
  };
}

/** Step Functions Developer Guide, "Invoke an AWS Lambda function"; `Credentials`: "Accessing resources in other AWS accounts". */
function callTask(placement: Placement, service: string, { Call, Parameters, Retry, ...state }: CallState): object {
  const { functionArn, roleArn } = calleeOf(placement, service, Call);
  return {
    Type: "Task",
    Resource: `arn:${placement.partition}:states:::lambda:invoke`,
    ...(roleArn === undefined ? {} : { Credentials: { RoleArn: roleArn } }),
    Parameters: { FunctionName: functionArn, ...(Parameters ? { Payload: Parameters } : { "Payload.$": "$" }) },
    ResultSelector: { "value.$": "$.Payload" },
    TimeoutSeconds: callSeconds,
    ...(Retry?.length === 0 ? {} : { Retry: Retry ?? retryTransient }),
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
