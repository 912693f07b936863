import type { StateMachineDefinition } from "../../state-machine/definition";
import { queue, schedule, type Schedule, type ScheduleSource, stateMachine, table } from "../../uses/declare";
import type { AnyUse, QueueUse, StateMachineUse, TableUse } from "../../uses/use";

/** How the jobs of a service are worked on. */
export interface JobObserverDefinition<Uses extends readonly AnyUse[]> {
  /** What working on a job uses. */
  readonly uses: Uses;
  /** When the observer looks; every minute when absent, which is as often as EventBridge can. */
  readonly every?: Schedule;
  /** Deliveries of a job before it goes to the dead letter queue; 5 when absent. */
  readonly maxReceives?: number;
}

/** Parts of a definition. */
export interface JobObserver<Uses extends readonly AnyUse[]> {
  readonly tables: { readonly workers: { readonly partitionKey: "worker" } };
  readonly queues: { readonly jobs: { readonly maxReceives?: number } };
  readonly consumers: {
    readonly observe: {
      readonly from: ScheduleSource;
      readonly uses: readonly (
        QueueUse<"jobs", "GetQueueAttributes"> | TableUse<"workers", "UpdateItem"> | StateMachineUse<"worker">
      )[];
    };
  };
  readonly tasks: {
    readonly work: {
      readonly uses: readonly (
        | Uses[number]
        | QueueUse<"jobs", "ReceiveMessage" | "DeleteMessage">
        | TableUse<"workers", "GetItem" | "UpdateItem">
      )[];
    };
  };
  readonly stateMachines: { readonly worker: StateMachineDefinition<"work"> };
}

/**
 * A pool of workers that take jobs from a queue, and an observer that has as many of them as the queue is deep (Job Observer, of the AWS Cloud Design
 * Patterns). A worker is an execution of a state machine, which calls `work` until nothing is left to do; the table has who is at work. The
 * queue, `jobs`, is what operations send to; the handlers are `observe`, made by `observer`, and `work`, made by `worker` of the runtime.
 */
export function jobObserver<const Uses extends readonly AnyUse[]>(
  definition: JobObserverDefinition<Uses>,
): JobObserver<Uses> {
  const { uses, every = "rate(1 minute)", maxReceives } = definition;
  return {
    tables: { workers: { partitionKey: "worker" } },
    queues: { jobs: maxReceives === undefined ? {} : { maxReceives } },
    consumers: {
      observe: {
        from: schedule(every),
        uses: [queue.measure("jobs"), table.update("workers"), stateMachine.start("worker")],
      },
    },
    tasks: { work: { uses: [...uses, queue.take("jobs"), table.get("workers"), table.update("workers")] } },
    stateMachines: { worker: life },
  };
}

/** Turn after turn, until the function says that it was the last. */
const life: StateMachineDefinition<"work"> = {
  startAt: "Turn",
  states: {
    Turn: { Call: "work", ResultPath: "$.turn", Next: "Again" },
    Again: {
      Type: "Choice",
      Choices: [{ Variable: "$.turn.value.again", BooleanEquals: true, Next: "Turn" }],
      Default: "Done",
    },
    Done: { Type: "Succeed" },
  },
  // A worker ends by itself long before: one that does not is nobody's.
  timeoutSeconds: 3600,
};
