import { DynamoDBPersistenceLayer } from "@aws-lambda-powertools/idempotency/dynamodb";
import type { BasePersistenceLayer } from "@aws-lambda-powertools/idempotency/persistence";
import { idempotencyVariable } from "../uses/variables";
import { dynamodb } from "./clients/dynamodb";
import { fromEnvironment } from "./clients/settings";

/** Where the service's functions remember what they have done. */
export function idempotencyTable(): BasePersistenceLayer {
  return new DynamoDBPersistenceLayer({ tableName: fromEnvironment(idempotencyVariable), awsSdkV3Client: dynamodb });
}
