import type { ConsumerDefinition, ServiceDefinition } from "../service-definition";
import { deliveryStreamName } from "../delivery-streams/names";
import { parks } from "../state-machine/definition";
import { parkedQueueName, stateMachineArn } from "../state-machine/names";
import type { Watched } from "./alarms";
import type { MeasuredApi } from "./metrics";
import { deadLetterQueueName, functionName, idempotencyTableName, physicalTableName, queueName } from "./names";
import { ownQueueKinds } from "./own-queue";
import type { Placement } from "./placement";
import { remembers } from "./remember";

/**
 * What there is to watch of a service, under CloudWatch's names.
 *
 * @param tokenReaders security schemes whose tokens a function of the service reads
 */
export function watchedOf(
  definition: ServiceDefinition,
  placement: Placement,
  api: MeasuredApi,
  tokenReaders: readonly string[],
): Watched {
  const { name: service } = definition;
  const consumers = Object.entries(definition.consumers ?? {});
  const takers = (kind: ConsumerDefinition["from"]["kind"]): readonly string[] =>
    consumers.flatMap(([name, { from }]) => (from.kind === kind ? [name] : []));
  const queues = [
    ...Object.keys(definition.queues ?? {}),
    ...Object.keys(definition.events?.subscribes ?? {}),
    ...ownQueueKinds.flatMap(takers),
  ];
  const edges = [...queues, ...takers("stream"), ...takers("dataStream")];
  return {
    api,
    functions: [...Object.keys(definition.operations), ...tokenReaders].map((operationId) => ({
      operationId,
      functionName: functionName(service, operationId),
    })),
    consumers: consumers.map(([consumer, { from }]) => ({
      consumer,
      functionName: functionName(service, consumer),
      from: from.kind,
    })),
    queues: queues.map((queue) => ({ queue, queueName: queueName(service, queue) })),
    deadLetters: edges.map((edge) => ({ edge, queueName: deadLetterQueueName(service, edge) })),
    called: Object.keys({ ...definition.tasks, ...definition.offers }).map((task) => ({
      task,
      functionName: functionName(service, task),
    })),
    stateMachines: Object.entries(definition.stateMachines ?? {}).map(([machine, states]) => ({
      machine,
      arn: stateMachineArn(placement, service, machine),
      ...(parks(states) ? { parkedQueue: parkedQueueName(service, machine) } : {}),
    })),
    tables: [
      ...Object.keys(definition.tables).map((table) => ({ table, tableName: physicalTableName(service, table) })),
      ...(remembers(definition) ? [{ table: "_idempotency", tableName: idempotencyTableName(service) }] : []),
    ],
    deliveryStreams: Object.keys(definition.deliveryStreams ?? {}).map((stream) => ({
      stream,
      streamName: deliveryStreamName(service, stream),
    })),
    email: definition.email !== undefined,
  };
}
