import { queue, type QueueSource } from "../../uses/declare";
import type { AnyUse, QueueUse } from "../../uses/use";

/** One stage of a chain: a consumer with a queue of its own in front of it, both of its name. */
export interface Stage<Name extends string = string> {
  /** Of the queue, and of the handler's file. */
  readonly name: Name;
  /** What it uses but for the next stage's queue. */
  readonly uses?: readonly AnyUse[];
  readonly concurrency?: number;
  /** Deliveries of a message before it goes to the stage's dead letter queue; 5 when absent. */
  readonly maxReceives?: number;
}

type NameAfter<Stages, Name> = Stages extends readonly [infer First, infer Second, ...infer Rest]
  ? First extends { readonly name: Name }
    ? Second extends { readonly name: infer Next extends string }
      ? Next
      : never
    : NameAfter<readonly [Second, ...Rest], Name>
  : never;

type SendsTo<Name extends string> = [Name] extends [never] ? never : QueueUse<Name, "SendMessage">;

type OwnUses<One> = One extends { readonly uses: readonly (infer Each)[] } ? Each : never;

/** `queues` and `consumers` of a definition. */
export interface QueueChain<Stages extends readonly Stage[]> {
  readonly queues: { readonly [One in Stages[number] as One["name"]]: { readonly maxReceives?: number } };
  readonly consumers: {
    readonly [One in Stages[number] as One["name"]]: {
      readonly from: QueueSource<One["name"], "json">;
      readonly key: string;
      readonly uses: readonly (OwnUses<One> | SendsTo<NameAfter<Stages, One["name"]>>)[];
      readonly concurrency?: number;
    };
  };
}

/**
 * Stages that work one after the other, each fed by a queue of its own: each scales, fails and is mended by itself.
 *
 * @param key JMESPath of what makes two messages the same one, in what a handler is given (`body.textId`). The same for all stages, so that what a
 *   stage sends twice is worked on once by the next.
 */
export function queueChain<const Stages extends readonly [Stage, Stage, ...Stage[]]>(
  key: string,
  ...stages: Stages
): QueueChain<Stages> {
  const names = stages.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`a queue chain has two stages called ${twice}`);
  const queues = stages.map(({ name, maxReceives }) => [name, maxReceives === undefined ? {} : { maxReceives }]);
  const consumers = stages.map(({ name, uses = [], concurrency }, index) => {
    const next = names[index + 1];
    const sends = next === undefined ? [] : [queue.send(next)];
    const limit = concurrency === undefined ? {} : { concurrency };
    return [name, { from: queue(name, "json"), key, uses: [...uses, ...sends], ...limit }];
  });
  // The compiler does not follow names into what is made of entries.
  const chain: unknown = { queues: Object.fromEntries(queues), consumers: Object.fromEntries(consumers) };
  return chain as QueueChain<Stages>;
}
