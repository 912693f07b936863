import { type Connection, connect, type Side } from "./connection";
import type { NetworkMap } from "./map";
import type { Protocol } from "./packet";

/** A connection that stands for all between two places. */
export interface Told {
  readonly connection: Connection;
  readonly source: Side;
  readonly target: Side;
  /** Last letter of the availability zone that its hops are of. */
  readonly letter: string;
}

/** Opens a connection in every availability zone, between all ranges of two places: the first that does not come about, else the first. */
export function everyWay(
  map: NetworkMap,
  from: readonly Side[],
  to: readonly Side[],
  what: { readonly protocol: Protocol; readonly port: number },
): Told {
  const tries = map.plan.letters.flatMap((letter) =>
    from.flatMap((source) =>
      to.map((target) => ({ letter, source, target, connection: connect(map, source, target, what, letter) })),
    ),
  );
  const told = tries.find(({ connection }) => connection.stops !== undefined) ?? tries[0];
  if (told === undefined) throw new Error("the zone has no availability zone, or a place has no range");
  return told;
}
