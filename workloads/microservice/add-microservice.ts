import { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard";
import type { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import type { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import type { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import type { TerraformStack } from "cdktf";
import { join } from "node:path";
import { resource } from "../../stack/resource";
import { codeOf } from "../bundle/code-of";
import { loadContract } from "../contract/load-contract";
import { addEvents } from "../events/service/add-events";
import type { ServiceDefinition } from "../service-definition";
import { addAlarmTopic } from "./add-alarm-topic";
import { addAlarms, alarmName } from "./add-alarms";
import { addApi, type Api } from "./add-api";
import { addDomain } from "./add-domain";
import { addFunction } from "./add-function";
import { addTable } from "./add-table";
import { alarmsOf, type Watched } from "./alarms";
import { checkOperations } from "./check-operations";
import { dashboardBody } from "./dashboard";
import { functionName, physicalTableName } from "./names";
import { arn, type Placement } from "./placement";

/** The parts of a microservice that a stack may add to. */
export interface Microservice extends Api {
  /** By operationId. */
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  /** By the name the definition gives. */
  readonly tables: ReadonlyMap<string, DynamodbTable>;
  readonly alarmTopic: SnsTopic;
}

/**
 * A whole microservice: tables, one function for each operation of the contract, API, domain, alarms, dashboard.
 *
 * @throws UserError when the contract is not one Landfall supports, or its operations are not the definition's
 */
export function addMicroservice(
  stack: TerraformStack,
  definition: ServiceDefinition,
  placement: Placement,
): Microservice {
  const service = definition.name;
  const contract = loadContract(definition.contract);
  checkOperations(definition, contract);

  const tables = new Map(
    Object.entries(definition.tables).map(([name, table]) => [name, addTable(stack, service, name, table)]),
  );
  const functions = new Map(
    contract.operations.map((operation) => {
      const { id } = operation;
      const bundle = codeOf(stack, contract, operation, join(definition.handlers, `${id}.ts`));
      const uses = definition.operations[id]?.uses ?? [];
      return [id, addFunction(stack, placement, service, { id, uses, bundle })];
    }),
  );
  const api = addApi(stack, placement, service, contract, functions);
  addDomain(stack, placement, api);

  const watched: Watched = {
    apiId: api.api.id,
    functions: [...functions.keys()].map((id) => ({ operationId: id, functionName: functionName(service, id) })),
    tables: [...tables.keys()].map((table) => ({ table, tableName: physicalTableName(service, table) })),
  };
  const alarms = alarmsOf(watched, placement.settings.latencyP95Milliseconds);
  const alarmTopic = addAlarmTopic(stack, placement, service);
  addAlarms(stack, service, alarms, alarmTopic.arn);
  const alarmArns = alarms.map(({ name }) => arn(placement, "cloudwatch", `alarm:${alarmName(service, name)}`));
  resource(stack, CloudwatchDashboard, "dashboard", {
    dashboardName: service,
    dashboardBody: JSON.stringify(dashboardBody(placement.region, watched, alarmArns)),
  });
  addEvents(stack, definition, placement, alarmTopic.arn);
  return { ...api, functions, tables, alarmTopic };
}
