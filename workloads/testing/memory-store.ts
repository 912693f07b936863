import {
  IdempotencyItemAlreadyExistsError,
  IdempotencyItemNotFoundError,
  IdempotencyRecordStatus,
} from "@aws-lambda-powertools/idempotency";
import { BasePersistenceLayer, type IdempotencyRecord } from "@aws-lambda-powertools/idempotency/persistence";

/** What consumers have handled, in memory, by the conditions of Powertools' DynamoDB layer. Extending is the way Powertools gives. */
export class MemoryStore extends BasePersistenceLayer {
  readonly #records = new Map<string, IdempotencyRecord>();

  protected override _putRecord(record: IdempotencyRecord): Promise<void> {
    const known = this.#records.get(record.idempotencyKey);
    if (known && !isOver(known)) {
      return Promise.reject(new IdempotencyItemAlreadyExistsError(`${record.idempotencyKey} is there`, known));
    }
    this.#records.set(record.idempotencyKey, record);
    return Promise.resolve();
  }

  protected override _updateRecord(record: IdempotencyRecord): Promise<void> {
    this.#records.set(record.idempotencyKey, record);
    return Promise.resolve();
  }

  protected override _deleteRecord(record: IdempotencyRecord): Promise<void> {
    this.#records.delete(record.idempotencyKey);
    return Promise.resolve();
  }

  protected override _getRecord(key: string): Promise<IdempotencyRecord> {
    const known = this.#records.get(key);
    return known ? Promise.resolve(known) : Promise.reject(new IdempotencyItemNotFoundError(`${key} is not there`));
  }
}

/** Expired, or begun by a function that has ended since. */
function isOver(record: IdempotencyRecord): boolean {
  const { inProgressExpiryTimestamp: until } = record;
  const begun = record.getStatus() === IdempotencyRecordStatus.INPROGRESS;
  return record.isExpired() || (begun && until !== undefined && until < Date.now());
}
