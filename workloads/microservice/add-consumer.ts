import type { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import type { KinesisStream } from "@cdktf/provider-aws/lib/kinesis-stream";
import { LambdaEventSourceMapping } from "@cdktf/provider-aws/lib/lambda-event-source-mapping";
import type { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import type { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";
import type { Bundle } from "../bundle/bundle-cache";
import { readStatements } from "../data-streams/read-access";
import type { ConsumerDefinition } from "../service-definition";
import { timeouts } from "../timeouts";
import type { StreamSource } from "../uses/declare";
import type { Use } from "../uses/use";
import { addFunction } from "./add-function";
import { addEdgesDeadLetters } from "./add-queue";
import { deadLetterQueueName, queueName, physicalTableName } from "./names";
import { hasOwnQueue } from "./own-queue";
import { arn, type Placement } from "./placement";
import { remembering } from "./remember";
import type { Statement } from "./statement";

/** What consumers take from. */
export interface Sources {
  readonly queues: ReadonlyMap<string, SqsQueue>;
  /** Queues of subscriptions. */
  readonly subscriptions: ReadonlyMap<string, SqsQueue>;
  /** By consumer, of those that have one of their own. */
  readonly ownQueues: ReadonlyMap<string, SqsQueue>;
  readonly tables: ReadonlyMap<string, DynamodbTable>;
  readonly dataStreams: ReadonlyMap<string, KinesisStream>;
}

/** The least that Lambda takes as a mapping's concurrency (Lambda API, "ScalingConfig"). */
const leastConcurrency = 2;
/** Records that a consumer is handed at once, of a data stream and of all else. */
const manyRecords = 100;
const fewRecords = 10;
/** Tries of a batch of changes after the first; then it goes to the dead letter queue and the shard moves on. */
const streamRetries = 5;

/** The function of one consumer, its reserved concurrency, and the mapping that feeds it. */
export function addConsumer(
  stack: TerraformStack,
  placement: Placement,
  service: string,
  name: string,
  definition: ConsumerDefinition,
  uses: readonly Use[],
  sources: Sources,
  bundle: Bundle,
): LambdaFunction {
  const { from } = definition;
  const concurrency = definition.concurrency ?? (from.kind === "dataStream" ? undefined : leastConcurrency);
  const lambda = addFunction(stack, placement, service, {
    id: name,
    uses,
    bundle,
    timeoutSeconds: timeouts.consumerSeconds,
    ...(concurrency === undefined ? {} : { reservedConcurrency: concurrency }),
    source: sourceOf(placement, service, name, from),
  });
  const both = { functionName: lambda.functionName, functionResponseTypes: ["ReportBatchItemFailures"] };
  if (from.kind !== "stream" && from.kind !== "dataStream") {
    resource(stack, LambdaEventSourceMapping, name, {
      ...both,
      batchSize: fewRecords,
      eventSourceArn: queueOf(name, from, sources).arn,
      scalingConfig: { maximumConcurrency: concurrency ?? leastConcurrency },
    });
    return lambda;
  }
  resource(stack, LambdaEventSourceMapping, name, {
    ...both,
    startingPosition: "TRIM_HORIZON",
    maximumRetryAttempts: streamRetries,
    bisectBatchOnFunctionError: true,
    destinationConfig: {
      onFailure: { destinationArn: addEdgesDeadLetters(stack, placement, service, name).arn },
    },
    ...(from.kind === "dataStream"
      ? {
          batchSize: ("batch" in definition ? definition.batch : undefined) ?? manyRecords,
          eventSourceArn: found(sources.dataStreams, from.name).arn,
        }
      : { batchSize: fewRecords, eventSourceArn: found(sources.tables, from.name).streamArn, ...wanted(from) }),
  });
  return lambda;
}

function wanted({ changes }: StreamSource) {
  return changes === undefined
    ? {}
    : { filterCriteria: { filter: [{ pattern: JSON.stringify({ eventName: changes }) }] } };
}

/** What its function needs to be fed, and to remember what it has handled where the runtime does that for it. */
function sourceOf(placement: Placement, service: string, name: string, from: ConsumerDefinition["from"]) {
  if (from.kind === "dataStream")
    return { statements: readStatements(placement, service, from.name, name), variables: {} };
  const taking =
    from.kind === "stream"
      ? fromStream(placement, service, from.name, name)
      : fromQueue(placement, service, hasOwnQueue(from.kind) ? name : from.name);
  const { statements, variables } = remembering(placement, service);
  return { statements: [...taking, ...statements], variables };
}

function queueOf(consumer: string, { kind, name }: ConsumerDefinition["from"], sources: Sources): SqsQueue {
  if (hasOwnQueue(kind)) return found(sources.ownQueues, consumer);
  return found(kind === "queue" ? sources.queues : sources.subscriptions, name);
}

/** Lambda polls with the function's role (Lambda guide, "Using Lambda with Amazon SQS", execution role permissions). */
function fromQueue(placement: Placement, service: string, queue: string): readonly Statement[] {
  return [
    {
      Sid: "TakeMessages",
      Effect: "Allow",
      Action: ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
      Resource: arn(placement, "sqs", queueName(service, queue)),
    },
  ];
}

/** Lambda guide, "Using AWS Lambda with Amazon DynamoDB", execution role permissions. */
function fromStream(placement: Placement, service: string, table: string, name: string): readonly Statement[] {
  return [
    {
      Sid: "TakeChanges",
      Effect: "Allow",
      Action: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
      Resource: arn(placement, "dynamodb", `table/${physicalTableName(service, table)}/stream/*`),
    },
    // It has no resource type: "*" is all that AWS accepts (Service Authorization Reference, "Amazon DynamoDB").
    { Sid: "FindStream", Effect: "Allow", Action: ["dynamodb:ListStreams"], Resource: "*" },
    {
      Sid: "ParkChanges",
      Effect: "Allow",
      Action: ["sqs:SendMessage"],
      Resource: arn(placement, "sqs", deadLetterQueueName(service, name)),
    },
  ];
}

function found<Value>(named: ReadonlyMap<string, Value>, name: string): Value {
  const value = named.get(name);
  if (value === undefined) throw new Error(`the definition was not checked: there is no ${name}`);
  return value;
}
