import type { Message } from "../../../runtime/sources/queue";

/** Makes something else of what it is given, and nothing besides; `undefined` ends it here. */
export type Filter<Given, Made> = (given: Given) => Made | undefined;

/** The pipes that leave a filter: the queues that its consumer may send to. */
interface Pipes {
  readonly queues: Readonly<Record<string, { readonly send: (body: unknown) => Promise<void> }>>;
}

/**
 * The consumer of a filter: it is given a message's body, and what it makes goes into each pipe that leaves it. It knows no neighbour: which filters there are
 * and in which order is the definition's alone.
 */
export function filter<Given, Made>(work: Filter<Given, Made>) {
  return async ({ body }: Pick<Message<Given>, "body">, { queues }: Pipes): Promise<void> => {
    const made = work(body);
    if (made === undefined) return;
    for (const pipe of Object.values(queues)) await pipe.send(made);
  };
}
