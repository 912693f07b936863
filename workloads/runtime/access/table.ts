import {
  BatchGetCommand,
  type BatchGetCommandInput,
  BatchWriteCommand,
  type BatchWriteCommandInput,
  DeleteCommand,
  type DeleteCommandInput,
  type DeleteCommandOutput,
  GetCommand,
  type GetCommandInput,
  PutCommand,
  type PutCommandInput,
  type PutCommandOutput,
  QueryCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
  ScanCommand,
  type ScanCommandInput,
  type ScanCommandOutput,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
  type UpdateCommandOutput,
} from "@aws-sdk/lib-dynamodb";
import { resourceVariable } from "../../uses/variables";
import { documents } from "../clients/dynamodb";
import { fromEnvironment } from "../clients/settings";
import { correlationAttribute, correlationId } from "../correlation";

/** One function for each action a use can declare, under the action's name: a function's bundle holds those it declares and no other. */

type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];
type Item = Readonly<Record<string, unknown>>;
type On<Input> = Omit<Input, "TableName">;

declare const declared: unique symbol;
/** A write of a transaction: only the access to a table makes one, so `transact` writes nothing that is not declared. */
export type WritePart = TransactItem & { readonly [declared]: true };

/** What is read is as it was stored; the type says what that was. */
export function GetItem(table: string) {
  const TableName = nameOf(table);
  return {
    get: async <Stored = Item>(input: On<GetCommandInput>): Promise<Stored | undefined> =>
      (await documents.send(new GetCommand({ ...input, TableName }))).Item as Stored | undefined,
  };
}

export function Query(table: string) {
  const TableName = nameOf(table);
  return {
    query: (input: On<QueryCommandInput>): Promise<QueryCommandOutput> =>
      documents.send(new QueryCommand({ ...input, TableName })),
  };
}

export function Scan(table: string) {
  const TableName = nameOf(table);
  return {
    scan: (input: On<ScanCommandInput>): Promise<ScanCommandOutput> =>
      documents.send(new ScanCommand({ ...input, TableName })),
  };
}

export function PutItem(table: string, streamed = false) {
  const TableName = nameOf(table);
  const whole = <Input extends { Item?: Item | undefined }>(input: Input) => ({
    ...input,
    TableName,
    Item: streamed ? { ...input.Item, [correlationAttribute]: correlationId() } : { ...input.Item },
  });
  return {
    put: (input: On<PutCommandInput>): Promise<PutCommandOutput> => documents.send(new PutCommand(whole(input))),
    putting: (input: On<NonNullable<TransactItem["Put"]>>): WritePart => part({ Put: whole(input) }),
  };
}

export function UpdateItem(table: string) {
  const TableName = nameOf(table);
  return {
    update: (input: On<UpdateCommandInput>): Promise<UpdateCommandOutput> =>
      documents.send(new UpdateCommand({ ...input, TableName })),
    updating: (input: On<NonNullable<TransactItem["Update"]>>): WritePart => part({ Update: { ...input, TableName } }),
  };
}

export function DeleteItem(table: string) {
  const TableName = nameOf(table);
  return {
    delete: (input: On<DeleteCommandInput>): Promise<DeleteCommandOutput> =>
      documents.send(new DeleteCommand({ ...input, TableName })),
    deleting: (input: On<NonNullable<TransactItem["Delete"]>>): WritePart => part({ Delete: { ...input, TableName } }),
  };
}

export function ConditionCheckItem(table: string) {
  const TableName = nameOf(table);
  return {
    checking: (input: On<NonNullable<TransactItem["ConditionCheck"]>>): WritePart =>
      part({ ConditionCheck: { ...input, TableName } }),
  };
}

type Keys = NonNullable<NonNullable<BatchGetCommandInput["RequestItems"]>[string]>;

export function BatchGetItem(table: string) {
  const TableName = nameOf(table);
  return {
    /** At most 100 keys; those that DynamoDB left out are in `unprocessed`. */
    getMany: async <Stored = Item>(keys: Keys): Promise<{ items: readonly Stored[]; unprocessed: Keys["Keys"] }> => {
      const answer = await documents.send(new BatchGetCommand({ RequestItems: { [TableName]: keys } }));
      return {
        items: (answer.Responses?.[TableName] ?? []) as Stored[],
        unprocessed: answer.UnprocessedKeys?.[TableName]?.Keys,
      };
    },
  };
}

type Writes = NonNullable<BatchWriteCommandInput["RequestItems"]>[string];

export function BatchWriteItem(table: string) {
  const TableName = nameOf(table);
  return {
    /** At most 25 writes, no transaction; returns those that DynamoDB left out. */
    writeMany: async (writes: Writes): Promise<Writes> => {
      const answer = await documents.send(new BatchWriteCommand({ RequestItems: { [TableName]: writes } }));
      return answer.UnprocessedItems?.[TableName] ?? [];
    },
  };
}

function nameOf(table: string): string {
  return fromEnvironment(resourceVariable("table", table));
}

function part(item: TransactItem): WritePart {
  return item as WritePart;
}
