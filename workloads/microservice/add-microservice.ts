import { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard";
import type { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import type { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import type { SfnStateMachine } from "@cdktf/provider-aws/lib/sfn-state-machine";
import type { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import type { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import type { TerraformStack } from "cdktf";
import { join } from "node:path";
import { resource } from "../../stack/resource";
import { addApi, measured } from "../api/add-api";
import type { Api } from "../api/api";
import type { ApiDefinition } from "../api/api-definition";
import { callersOf } from "../api/authorizers/callers-of";
import { codeOf, codeOfAuthorizer } from "../bundle/code-of";
import { loadContract } from "../contract/load-contract";
import { addDatabase } from "../database/add-database";
import { checkDatabases } from "../database/check-databases";
import { addDataStreams } from "../data-streams/add-data-streams";
import { checkDataStreams } from "../data-streams/check-data-streams";
import { addDeliveryStreams } from "../delivery-streams/add-delivery-streams";
import { checkDeliveryStreams } from "../delivery-streams/check-delivery-streams";
import { addEmail } from "../email/add-email";
import { checkEmail } from "../email/check-email";
import { addEvents } from "../events/service/add-events";
import { addSchedules } from "../schedules/add-schedules";
import type { ServiceDefinition } from "../service-definition";
import { addStateMachines } from "../state-machine/add-state-machines";
import { checkStateMachines } from "../state-machine/check-state-machines";
import { addTopics } from "../topics/add-topics";
import { checkTopics } from "../topics/check-topics";
import { addUserPools } from "../user-pools/add-user-pools";
import { checkUserPools } from "../user-pools/check-user-pools";
import { usesIn, usesOf } from "../uses/uses-of";
import { addAlarmTopic } from "./add-alarm-topic";
import { addAlarms, alarmName } from "./add-alarms";
import { addBucket } from "./add-bucket";
import { addConsumer } from "./add-consumer";
import { addFunction } from "./add-function";
import { addQueue } from "./add-queue";
import { addSecret } from "./add-secret";
import { addIdempotencyTable, addTable } from "./add-table";
import { alarmsOf } from "./alarms";
import { checkConsumers } from "./check-consumers";
import { checkOperations, withFunction } from "./check-operations";
import { checkPublishes } from "./check-publishes";
import { dashboardBody } from "./dashboard";
import { arn, type Placement } from "./placement";
import { remembering, remembers } from "./remember";
import { watchedOf } from "./watched";

/** The parts of a microservice that a stack may add to. */
export interface Microservice {
  readonly api: Api;
  /** By the names of operations, consumers, tasks and offers. */
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  /** By the name the definition gives. */
  readonly tables: ReadonlyMap<string, DynamodbTable>;
  readonly queues: ReadonlyMap<string, SqsQueue>;
  /** Queues of subscriptions. */
  readonly subscriptions: ReadonlyMap<string, SqsQueue>;
  readonly stateMachines: ReadonlyMap<string, SfnStateMachine>;
  readonly alarmTopic: SnsTopic;
}

/**
 * A whole microservice: tables, queues, buckets, delivery streams, sender of mails, one function for each operation of the contract, each consumer and
 * each task, state machines, API,
 * domain, alarms, dashboard.
 *
 * @throws UserError when the contract is not one Landfall supports, its operations are not the definition's, a consumer or state machine cannot be, or
 *   there are events and no event bus
 */
export function addMicroservice(
  stack: TerraformStack,
  definition: ServiceDefinition,
  placement: Placement,
): Microservice {
  const service = definition.name;
  const contract = loadContract(definition.contract);
  checkOperations(definition, contract);
  checkConsumers(definition);
  checkPublishes(definition);
  checkEmail(definition);
  checkDeliveryStreams(definition);
  checkTopics(definition);
  checkDataStreams(definition);
  checkStateMachines(definition, placement);
  checkDatabases(definition);
  checkUserPools(definition, contract);

  const tables = new Map(
    Object.entries(definition.tables).map(([name, table]) => [name, addTable(stack, service, name, table)]),
  );
  const queues = new Map(
    Object.entries(definition.queues ?? {}).map(([name, queue]) => [
      name,
      addQueue(stack, placement, service, name, queue).queue,
    ]),
  );
  for (const [name, bucket] of Object.entries(definition.buckets ?? {}))
    addBucket(stack, placement, service, name, bucket);
  for (const [name, database] of Object.entries(definition.databases ?? {}))
    addDatabase(stack, placement, service, name, database);
  const dataStreams = addDataStreams(stack, definition);
  addDeliveryStreams(stack, definition, placement, dataStreams);
  for (const [name, secret] of Object.entries(definition.secrets ?? {})) addSecret(stack, service, name, secret);
  const functions = new Map(
    withFunction(definition, contract).map((operation) => {
      const { id } = operation;
      const bundle = codeOf(stack, join(definition.handlers, `${id}.ts`), ({ bundleOperation }) =>
        bundleOperation(definition, contract, operation),
      );
      const { concurrency, key } = definition.operations[id] ?? {};
      return [
        id,
        addFunction(stack, placement, service, {
          id,
          uses: usesOf(definition, id),
          bundle,
          ...(key === undefined ? {} : { source: remembering(placement, service) }),
          ...(concurrency === undefined ? {} : { reservedConcurrency: concurrency }),
        }),
      ];
    }),
  );
  const tokenReaders = new Map(
    callersOf(contract)
      .filter(({ kind }) => kind === "token")
      .map(({ scheme: id }) => {
        const bundle = codeOfAuthorizer(stack, definition, id);
        const uses = usesIn(definition, definition.api?.authorizers?.[id]?.uses ?? []);
        return [id, addFunction(stack, placement, service, { id, uses, bundle })];
      }),
  );
  const api = addApi(stack, placement, {
    service,
    contract,
    api: apiOf(definition, placement),
    functions,
    issuers: addUserPools(stack, definition, placement),
    tokenReaders,
  });

  const subscriptions = addEvents(stack, definition, placement);
  const ownQueues = new Map([
    ...addTopics(stack, definition, placement),
    ...addSchedules(stack, definition, placement),
  ]);
  const consumers = Object.entries(definition.consumers ?? {});
  if (remembers(definition)) addIdempotencyTable(stack, service);
  for (const [name, consumer] of consumers) {
    const bundle = codeOf(stack, join(definition.handlers, `${name}.ts`), ({ bundleConsumer }) =>
      bundleConsumer(definition, name, consumer),
    );
    const sources = { queues, tables, subscriptions, ownQueues, dataStreams };
    const uses = usesOf(definition, name);
    functions.set(name, addConsumer(stack, placement, service, name, consumer, uses, sources, bundle));
  }

  const { functions: called, machines } = addStateMachines(stack, definition, placement);
  for (const [name, lambda] of called) functions.set(name, lambda);

  const watched = watchedOf(definition, placement, measured(service, api), [...tokenReaders.keys()]);
  const alarms = alarmsOf(watched, placement.settings.latencyP95Milliseconds);
  const alarmTopic = addAlarmTopic(stack, placement, definition);
  if (definition.email) addEmail(stack, placement, service, alarmTopic);
  addAlarms(stack, service, alarms, alarmTopic.arn);
  const alarmArns = alarms.map(({ name }) => arn(placement, "cloudwatch", `alarm:${alarmName(service, name)}`));
  resource(stack, CloudwatchDashboard, "dashboard", {
    dashboardName: service,
    dashboardBody: JSON.stringify(dashboardBody(placement.region, watched, alarmArns)),
  });
  return { api, functions, tables, queues, subscriptions, stateMachines: machines, alarmTopic };
}

/** An account may have a firewall where the definition has none, or other limits: it costs by the month, and not every account is worth it. */
function apiOf({ api = {} }: ServiceDefinition, { settings: { firewall } }: Placement): ApiDefinition {
  return firewall === undefined ? api : { ...api, firewall };
}
