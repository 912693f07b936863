import type { TableDefinition } from "../../service-definition";
import type { StateMachineDefinition } from "../../state-machine/definition";
import { stream, table } from "../../uses/declare";
import type { TableUse } from "../../uses/use";
import { named } from "../named";

/** The tables that are read, from the one that is written. */
interface ReadModels<From extends string, Into extends string, Projector extends string, Rebuilder extends string> {
  /** The table that is written; it has a stream. */
  readonly from: From;
  readonly into: Readonly<Record<Into, Keys>>;
  /** Name of the consumer that brings changes into all of them, and of its handler: `project`. */
  readonly projectedBy: Projector;
  /** Name of the task that fills them anew, of its handler (`rebuildPage`), and of the state machine that calls it until it is through. */
  readonly rebuiltBy: Rebuilder;
}

/** The use of each table by itself. */
type PutOf<Model> = Model extends string ? TableUse<Model, "PutItem"> : never;

type Keys = Pick<TableDefinition, "partitionKey" | "sortKey">;

/** Of rows that say that an item is not there any more: `project` lets them go. */
const rowsTable = { expiresAt: "expiresAt" } as const;

/** The parts of a definition that keep read models of a table, by its stream, and can make them anew. */
export function readModels<
  const From extends string,
  const Into extends string,
  const Projector extends string,
  const Rebuilder extends string,
>({ from, into, projectedBy, rebuiltBy }: ReadModels<From, Into, Projector, Rebuilder>) {
  const models = Object.keys(into) as Into[];
  const writes = models.map((model) => table.put(model)) as unknown as readonly PutOf<Into>[];
  const tables = Object.fromEntries(models.map((model) => [model, { ...into[model], ...rowsTable }]));
  return {
    tables: tables as { readonly [Model in Into]: Keys & typeof rowsTable },
    consumers: named(projectedBy, { from: stream(from), key: "id" as const, uses: writes }),
    tasks: named(rebuiltBy, { uses: [table.scan(from), ...writes] }),
    stateMachines: named(rebuiltBy, untilThrough(rebuiltBy)),
  };
}

/** Calls the task page by page. Its input is nothing, or the state of an execution that came to an end before it was through: it goes on there. */
function untilThrough<const Task extends string>(task: Task): StateMachineDefinition<Task> {
  return {
    startAt: "Page",
    states: {
      Page: { Call: task, ResultPath: "$.page", Next: "More" },
      More: {
        Type: "Choice",
        Choices: [{ Variable: "$.page.value.next", IsPresent: true, Next: "Page" }],
        Default: "Through",
      },
      Through: { Type: "Succeed" },
    },
  };
}
