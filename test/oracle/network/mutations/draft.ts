import type { Random } from "../../generate/random";
import type { LockedIds, Stacks } from "../terraform";

type Values = Record<string, unknown>;
type Named = Record<string, Values>;

interface Stack {
  resource?: Record<string, Named>;
  output?: { ids?: { value?: Record<string, string> } };
}

/** The stacks of the sample zone, to be broken. */
export interface Draft {
  /** Name → attributes of a stack's resources of a type; what is put there is in the JSON. */
  readonly of: (stack: string, type: string) => Named;
  /** @throws when the stack has no such resource: the mutation would mutate nothing. */
  readonly at: (stack: string, type: string, name: string) => Values;
  /** @throws when the stack has no such resource */
  readonly remove: (stack: string, type: string, name: string) => void;
  readonly id: (key: string) => string;
  /** Literal ids of a spoke's attachment and of a domain's route table. */
  readonly attachment: (account: string) => string;
  readonly table: (domain: string) => string;
  /** Locks what an expression of a stack produces, for other stacks; the literal id. */
  readonly lock: (stack: string, key: string, expression: string) => string;
  readonly stacks: Stacks;
  readonly ids: LockedIds;
}

export function draftOf(stacks: Stacks, ids: LockedIds): Draft {
  const copy = structuredClone(stacks) as Record<string, Stack>;
  const locked = { ...ids };
  const of = (stack: string, type: string): Named => {
    const resource = ((copy[stack] ??= {}).resource ??= {});
    return (resource[type] ??= {});
  };
  const at = (stack: string, type: string, name: string): Values => {
    const found = of(stack, type)[name];
    if (found === undefined) throw new Error(`no ${stack}/${type}.${name} to mutate`);
    return found;
  };
  const id = (key: string): string => {
    const found = ids[key];
    if (found === undefined) throw new Error(`no id ${key}`);
    return found;
  };
  return {
    of,
    at,
    remove: (stack, type, name) => {
      at(stack, type, name);
      Reflect.deleteProperty(of(stack, type), name);
    },
    id,
    attachment: (account) => id(`attachment/${account}`),
    table: (domain) => id(`route-table/${domain}`),
    lock: (stack, key, expression) => {
      const output = ((copy[stack] ??= {}).output ??= {});
      ((output.ids ??= {}).value ??= {})[key] = expression;
      return (locked[key] = `locked-${key}`);
    },
    stacks: copy,
    ids: locked,
  };
}

/** A spoke with its domain and the sample's range. */
export interface Spoke {
  readonly name: string;
  readonly domain: "prod" | "nonprod" | "shared";
  readonly range: string;
}

const spokes: Readonly<Record<Spoke["domain"], readonly [Spoke, ...Spoke[]]>> = {
  nonprod: [
    { name: "orders-dev", domain: "nonprod", range: "10.0.4.0/22" },
    { name: "payments-dev", domain: "nonprod", range: "10.0.12.0/22" },
  ],
  prod: [
    { name: "orders-prod", domain: "prod", range: "10.0.8.0/22" },
    { name: "payments-prod", domain: "prod", range: "10.0.16.0/22" },
  ],
  shared: [{ name: "shared-services", domain: "shared", range: "10.0.20.0/22" }],
};

export const [shared] = spokes.shared;

/** A spoke of prod and one of nonprod, in either order: who must not talk. */
export function strangers(from: Random): readonly [Spoke, Spoke] {
  const pair = [from.pick(spokes.prod), from.pick(spokes.nonprod)] as const;
  return from.chance(0.5) ? pair : [pair[1], pair[0]];
}

/** A spoke of prod or nonprod. */
export function anySpoke(from: Random): Spoke {
  return strangers(from)[0];
}

/** The other spoke of its domain. */
export function neighbour({ domain, name }: Spoke): Spoke {
  const other = spokes[domain].find((each) => each.name !== name);
  if (other === undefined) throw new Error(`${name} is alone in ${domain}`);
  return other;
}
