import { isDeepStrictEqual } from "node:util";
import type { TableAccess } from "../../../runtime/access/access";
import { logger } from "../../../runtime/telemetry";
import { type Difference, report } from "./differences";
import { oldAlone, type Route, type Side, sideOf } from "./route";

/** The tables of `strangling`, as far as a request needs them. */
export interface StranglerAccess {
  readonly routes: Pick<TableAccess<"GetItem">, "get">;
  readonly differences: Pick<TableAccess<"PutItem">, "put">;
}

/** What the old and the new implementation do with a request. */
export type Sides<Answer> = Readonly<Record<Side, () => Promise<Answer>>>;

/** Moves what is asked under one name from an old implementation to a new one. */
export interface Strangler {
  /** The answer of the one that the route says; of the old one when the new one fails. */
  read<Answer>(access: StranglerAccess, key: string, sides: Sides<Answer>): Promise<Answer>;
  /** Writes with the one that the route says, which has to succeed, and then with the other one, so that going back loses nothing. */
  write<Answer>(access: StranglerAccess, key: string, sides: Sides<Answer>): Promise<Answer>;
}

/** How long an answer waits for the one that it is only compared with. */
const longestShadowMilliseconds = 1000;

export function strangler(name: string): Strangler {
  return {
    read: async ({ routes, differences }, key, sides) => {
      const route = await routeOf(routes, name);
      const leads = sideOf(name, route, key);
      const differs = (what: Pick<Difference, "kind" | "old" | "new">): Promise<void> =>
        report(differences, { route: name, key, leads, ...what });
      const follows = otherThan(leads);
      const shadow = route.compare ? within(longestShadowMilliseconds, outcomeOf(sides[follows])) : undefined;
      const led = await outcomeOf(sides[leads]);
      const compared = await shadow;
      const of = (side: Side): Outcome<unknown> | undefined => (side === leads ? led : compared);
      const failed = leads === "new" && "error" in led;
      if (!failed && compared !== undefined && !isDeepStrictEqual(led, compared))
        await differs({ kind: "answer", old: of("old"), new: of("new") });
      if ("value" in led) return led.value;
      if (leads === "old") throw led.error;
      await differs({ kind: "failed", old: compared, new: led });
      return compared !== undefined && "value" in compared ? compared.value : sides.old();
    },
    write: async ({ routes, differences }, key, sides) => {
      const leads = sideOf(name, await routeOf(routes, name), key);
      const answer = await sides[leads]();
      const followed = await outcomeOf(sides[otherThan(leads)]);
      if ("error" in followed)
        await report(differences, { route: name, key, leads, kind: "not written", [otherThan(leads)]: followed });
      return answer;
    },
  };
}

type Outcome<Answer> = { readonly value: Answer } | { readonly error: unknown };

function otherThan(side: Side): Side {
  return side === "old" ? "new" : "old";
}

/** Where the route cannot be read, it is as if there were none: the old implementation has all that there is. */
async function routeOf(routes: StranglerAccess["routes"], route: string): Promise<Route> {
  try {
    return (await routes.get<Route>({ Key: { route }, ConsistentRead: true })) ?? oldAlone;
  } catch (error) {
    logger.warn("the route is not to be had", { route, error: String(error) });
    return oldAlone;
  }
}

async function outcomeOf<Answer>(work: () => Promise<Answer>): Promise<Outcome<Answer>> {
  try {
    return { value: await work() };
  } catch (error) {
    return { error };
  }
}

/** What is late is not compared. */
async function within<Answer>(
  milliseconds: number,
  work: Promise<Outcome<Answer>>,
): Promise<Outcome<Answer> | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resume) => {
    timer = setTimeout(() => resume(undefined), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
