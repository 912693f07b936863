import type { Each, TagOperations, Verb } from "./row";
import type { Members } from "./shape";

/** `create CreateBudget<Budget`: the record is the input's member `Budget`; `get GetGroup>Group`: it leaves as the output's `Group`. */
type VerbText = `${"create" | "put" | "update" | "get" | "delete" | "list" | "demand"} ${string}`;

/**
 * Operations and what each does, as text: `verb Operation[<from][>at[:item]]`, several divided by `; `.
 * `demand` is a `list` that refuses names it does not find.
 */
export function verbs(...texts: readonly VerbText[]): Readonly<Record<string, Verb>> {
  return Object.fromEntries(texts.flatMap((text) => text.split("; ")).map(readVerb));
}

function readVerb(text: string): [string, Verb] {
  const [, does = "", operation = "", from, at, item] =
    /^(\w+) (\w+)(?:<(\w+))?(?:>(\w+))?(?::(\w+))?$/.exec(text) ?? [];
  const members = { ...(from === undefined ? {} : { from }), ...(at === undefined ? {} : { at }) };
  switch (does) {
    case "create":
    case "put":
    case "update":
      return [operation, { does, ...members }];
    case "get":
    case "delete":
      return [operation, { does, ...members }];
    case "list":
    case "demand":
      return [
        operation,
        { does: "list", at: at ?? "", demand: does === "demand", ...(item === undefined ? {} : { item }) },
      ];
    default:
      throw new Error(`Not a verb of the stored fill: ${text}`);
  }
}

/** The five operations most services have for a resource: `noun` as in their names, `one` and `many` as in their outputs. */
export function crud(noun: string, one?: string, many = `${noun}s`): Readonly<Record<string, Verb>> {
  const get: VerbText = one === undefined ? `get Get${noun}` : `get Get${noun}>${one}`;
  return verbs(`create Create${noun}; ${get}; list List${noun}s>${many}; update Update${noun}; delete Delete${noun}`);
}

export const set = (sets: Members): Verb => ({ does: "update", sets });
export const putEach = (each: Each, at?: string): Verb => ({ does: "put", each, ...(at === undefined ? {} : { at }) });
export const removeEach = (each: Each, at?: string): Verb => ({
  does: "delete",
  each,
  ...(at === undefined ? {} : { at }),
});

/** Operation names most services share for tags. */
export const standardTagging: TagOperations = {
  tag: "TagResource",
  untag: "UntagResource",
  list: "ListTagsForResource",
};
