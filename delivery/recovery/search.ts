import { setTimeout as sleep } from "node:timers/promises";
import type { ClientSettings } from "../../live/aws-client";

/** Where a stack's resources are. */
export interface Place {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
}

/** Reads the account a stack is deployed to. */
export interface Search {
  readonly place: Place;
  /** The client of a service, made once. */
  readonly client: <Client extends Destroyable>(type: new (settings: ClientSettings) => Client) => Client;
  /** An answer that several rows need, asked for once. */
  readonly once: <Answer>(question: string, ask: () => Promise<Answer>) => Promise<Answer>;
  readonly close: () => void;
}

interface Destroyable {
  destroy(): void;
}

export function openSearch(place: Place, settings: ClientSettings): Search {
  const clients = new Map<unknown, Destroyable>();
  const answers = new Map<string, Promise<unknown>>();
  return {
    place,
    client: <Client extends Destroyable>(type: new (settings: ClientSettings) => Client): Client => {
      const known = clients.get(type);
      if (known instanceof type) return known;
      const made = new type(settings);
      clients.set(type, made);
      return made;
    },
    once: <Answer>(question: string, ask: () => Promise<Answer>): Promise<Answer> => {
      const known = answers.get(question) ?? ask();
      answers.set(question, known);
      return known as Promise<Answer>;
    },
    close: () => clients.forEach((client) => client.destroy()),
  };
}

/** How long AWS may take to finish what a killed run began, in milliseconds: a Transit Gateway takes minutes. */
const settleLimit = 15 * 60_000;
const settlePoll = 2_000;

/** Asks until nothing is under way any more. @throws Error when something still is after 15 minutes */
export async function settled<Item>(
  ask: () => Promise<readonly Item[]>,
  isUnderWay: (item: Item) => boolean,
): Promise<readonly Item[]> {
  const deadline = Date.now() + settleLimit;
  for (;;) {
    const items = await ask();
    if (!items.some(isUnderWay)) return items;
    if (Date.now() > deadline)
      throw new Error("AWS is still at work on what the interrupted run began, after 15 minutes");
    await sleep(settlePoll);
  }
}

/** All items of all pages. */
export async function all<Page, Item>(
  pages: AsyncIterable<Page>,
  items: (page: Page) => readonly Item[] | undefined,
): Promise<Item[]> {
  const found: Item[] = [];
  for await (const page of pages) found.push(...(items(page) ?? []));
  return found;
}

/** Whether an object has every planned tag. An object has at least the tag that names its stack, or it is none of ours. */
export function hasTags(
  planned: Readonly<Record<string, string>>,
  tags: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[] | undefined,
): boolean {
  const own = new Map((tags ?? []).map(({ Key, Value }) => [Key, Value]));
  const wanted = Object.entries(planned);
  return wanted.length > 0 && wanted.every(([key, value]) => own.get(key) === value);
}

/** The ids that are there. */
export function present(ids: readonly (string | undefined)[]): readonly string[] {
  return ids.filter((id) => id !== undefined);
}
