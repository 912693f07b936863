import { isMembers, type Members } from "../../fill/shape";
import { valuesAt } from "../context/input-value";

/** A table and what is done to it. */
interface TableAction {
  readonly action: string;
  readonly table: string;
}

const transactions: Readonly<Record<string, string>> = {
  ConditionCheck: "dynamodb:ConditionCheckItem",
  Delete: "dynamodb:DeleteItem",
  Put: "dynamodb:PutItem",
  Update: "dynamodb:UpdateItem",
};

/** Operations whose `RequestItems` is a map of tables. */
const batches: Readonly<Record<string, string>> = {
  BatchGetItem: "dynamodb:BatchGetItem",
  BatchWriteItem: "dynamodb:BatchWriteItem",
};

const partiQl: Readonly<Record<string, string>> = {
  delete: "dynamodb:PartiQLDelete",
  insert: "dynamodb:PartiQLInsert",
  select: "dynamodb:PartiQLSelect",
  update: "dynamodb:PartiQLUpdate",
};

/** Where the statements of PartiQL are in the input. */
const statements: Readonly<Record<string, string>> = {
  BatchExecuteStatement: "Statements[].Statement",
  ExecuteStatement: "Statement",
  ExecuteTransaction: "TransactStatements[].Statement",
};

/** Every action an operation may need that asks for those of its items; undefined: it asks for its own. */
export function itemActions(operation: string): readonly string[] | undefined {
  if (operation === "TransactGetItems") return ["dynamodb:GetItem"];
  if (operation === "TransactWriteItems") return Object.values(transactions);
  const batch = batchAction(operation);
  if (batch !== undefined) return [batch];
  return Object.hasOwn(statements, operation) ? Object.values(partiQl) : undefined;
}

function batchAction(operation: string): string | undefined {
  return Object.hasOwn(batches, operation) ? batches[operation] : undefined;
}

/**
 * What the items of a call ask for (DynamoDB Developer Guide, "Using IAM with DynamoDB transactions"; "IAM security policies with PartiQL for
 * DynamoDB"; API Reference, "BatchWriteItem").
 */
export function itemNeeds(operation: string, input: Members): readonly TableAction[] {
  const batch = batchAction(operation);
  const items = input["RequestItems"];
  if (batch !== undefined) return isMembers(items) ? Object.keys(items).map((table) => ({ action: batch, table })) : [];
  const path = statements[operation];
  if (path !== undefined) return valuesAt(input, path).flatMap(ofStatement);
  const ofItems = { ...transactions, Get: "dynamodb:GetItem" };
  return Object.entries(ofItems).flatMap(([kind, action]) =>
    valuesAt(input, `TransactItems[].${kind}.TableName`).map((table) => ({ action, table })),
  );
}

function ofStatement(text: string): readonly TableAction[] {
  const [, verb = ""] = /^\s*(\w+)/.exec(text) ?? [];
  const [, table] = /\b(?:from|into|update)\s+"?([\w.-]+)"?/i.exec(text) ?? [];
  const action = partiQl[verb.toLowerCase()];
  return action === undefined || table === undefined ? [] : [{ action, table }];
}
