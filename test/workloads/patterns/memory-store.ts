import { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";

type Item = Readonly<Record<string, unknown>>;
interface Put {
  readonly Item?: Item;
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeValues?: Item;
}

/** Items of a query's page: few, so that every replay has several. */
const pageItems = 3;

/** As much of two tables as an event store calls. @param conditions false: a put is not asked whether something is there */
export function memoryStore(conditions = true) {
  const events = new Map<string, Item>();
  const snapshots = new Map<string, Item>();
  let reads = 0;
  const keyOf = (item: Item = {}): string => `${String(item["id"])} ${String(item["version"])}`;
  const isTaken = ({ Item, ConditionExpression }: Put): boolean =>
    conditions && ConditionExpression === "attribute_not_exists(version)" && events.has(keyOf(Item));
  const failed = () => new ConditionalCheckFailedException({ message: "taken", $metadata: {} });
  const later = () => new Promise((resume) => setImmediate(resume));
  return {
    events,
    snapshots,
    reads: () => reads,
    /** Takes the place of the client's `send`, for transactions. */
    send: async (command: unknown): Promise<object> => {
      if (!(command instanceof TransactWriteCommand)) throw new Error("no transaction");
      const puts = (command.input.TransactItems ?? []).map(({ Put }) => Put as Put);
      const reasons = puts.map((put) => ({ Code: isTaken(put) ? "ConditionalCheckFailed" : "None" }));
      if (puts.some(isTaken))
        throw new TransactionCanceledException({ message: "no", CancellationReasons: reasons, $metadata: {} });
      for (const { Item = {} } of puts) events.set(keyOf(Item), Item);
      return {};
    },
    tables: {
      events: {
        query: async ({ ExpressionAttributeValues = {}, ExclusiveStartKey }: Record<string, Item | undefined>) => {
          await later();
          const after = String(ExclusiveStartKey?.["version"] ?? ExpressionAttributeValues[":version"]);
          const found = [...events.values()]
            .filter((item) => item["id"] === ExpressionAttributeValues[":id"] && String(item["version"]) > after)
            .sort((a, b) => (String(a["version"]) < String(b["version"]) ? -1 : 1));
          const Items = found.slice(0, pageItems);
          reads += Items.length;
          const last = Items.at(-1);
          return found.length > pageItems ? { Items, LastEvaluatedKey: last } : { Items };
        },
        put: async (put: Put) => {
          await later();
          if (isTaken(put)) throw failed();
          events.set(keyOf(put.Item), { ...put.Item });
          return {};
        },
        putting: (put: Put) => ({ Put: put }),
      },
      snapshots: {
        get: async ({ Key = {} }: { readonly Key?: Item }) => snapshots.get(String(Key["id"])),
        put: async ({ Item = {}, ExpressionAttributeValues: values = {} }: Put) => {
          const known = snapshots.get(String(Item["id"]));
          const isOlder =
            known === undefined ||
            Number(known["stateVersion"]) < Number(values[":stateVersion"]) ||
            (known["stateVersion"] === values[":stateVersion"] &&
              Number(known["version"]) < Number(values[":version"]));
          if (!isOlder) throw failed();
          snapshots.set(String(Item["id"]), Item);
          return {};
        },
        putting: (put: Put) => ({ Put: put }),
      },
    } as never,
  };
}
