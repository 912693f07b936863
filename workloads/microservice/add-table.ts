import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";
import type { TableDefinition } from "../service-definition";
import { idempotencyTableName, physicalTableName } from "./names";

/**
 * On demand, encrypted with the account's AWS managed key, restorable to any second of 35 days. Without deletion
 * protection, so that an environment can be destroyed: AWS keeps a backup of a deleted table with point-in-time
 * recovery for 35 days (DynamoDB guide, "Point-in-time recovery").
 */
export function addTable(
  stack: TerraformStack,
  service: string,
  table: string,
  definition: TableDefinition,
): DynamodbTable {
  return add(stack, table, physicalTableName(service, table), definition);
}

/** `aws_dynamodb_table._idempotency`: what consumers have handled, as Powertools keeps it (Powertools for AWS Lambda, "Idempotency"). */
export function addIdempotencyTable(stack: TerraformStack, service: string): DynamodbTable {
  return add(stack, "_idempotency", idempotencyTableName(service), { partitionKey: "id", expiresAt: "expiration" });
}

function add(stack: TerraformStack, id: string, name: string, definition: TableDefinition): DynamodbTable {
  const { partitionKey, sortKey, expiresAt, stream } = definition;
  return resource(stack, DynamodbTable, id, {
    name,
    billingMode: "PAY_PER_REQUEST",
    hashKey: partitionKey,
    ...(sortKey === undefined ? {} : { rangeKey: sortKey }),
    attribute: [partitionKey, ...(sortKey === undefined ? [] : [sortKey])].map((name) => ({ name, type: "S" })),
    pointInTimeRecovery: { enabled: true },
    serverSideEncryption: { enabled: true },
    ...(stream ? { streamEnabled: true, streamViewType: "NEW_AND_OLD_IMAGES" } : {}),
    ...(expiresAt === undefined ? {} : { ttl: { attributeName: expiresAt, enabled: true } }),
  });
}
