import type { EventsDefinition } from "./events/definition";

/** DynamoDB actions that work on items (Service Authorization Reference, "Actions defined by Amazon DynamoDB"). */
export type ItemAction =
  | "BatchGetItem"
  | "BatchWriteItem"
  | "ConditionCheckItem"
  | "DeleteItem"
  | "GetItem"
  | "PutItem"
  | "Query"
  | "UpdateItem";

/** A table of a service: keys are text. `expiresAt` names the attribute (epoch seconds) after which items are deleted. */
export interface TableDefinition {
  readonly partitionKey: string;
  readonly sortKey?: string;
  readonly expiresAt?: string;
}

/** One thing an operation does to one table; its role may do exactly that, and its environment names the table. */
export interface TableUse<Table extends string = string> {
  readonly table: Table;
  readonly actions: readonly ItemAction[];
}

/** A microservice but for the account it runs in. */
export interface ServiceDefinition {
  readonly name: string;
  /** OpenAPI 3.1 file; each of its operations has an entry in `operations`. */
  readonly contract: string;
  readonly tables: Readonly<Record<string, TableDefinition>>;
  /** By operationId. The handler is the file `<handlers>/<operationId>.ts`, which exports a `Handle` of that name. */
  readonly handlers: string;
  readonly operations: Readonly<Record<string, { readonly uses: readonly TableUse[] }>>;
  readonly events?: EventsDefinition;
}

/** A definition whose `uses` can only name its own tables. */
export function defineService<Table extends string>(
  definition: Omit<ServiceDefinition, "tables" | "operations"> & {
    readonly tables: Readonly<Record<Table, TableDefinition>>;
    readonly operations: Readonly<Record<string, { readonly uses: readonly TableUse<NoInfer<Table>>[] }>>;
  },
): ServiceDefinition {
  return definition;
}

/** The operation's use of a table: `uses("orders", "GetItem", "Query")`. */
export function uses<Table extends string>(table: Table, ...actions: readonly ItemAction[]): TableUse<Table> {
  return { table, actions };
}
