import { createHash } from "node:crypto";

/** Where the requests of a route go: one item of the table `routes`. Without one, to the old implementation, alone. */
export interface Route {
  /** Off: every request goes to the old one, whatever else is said. */
  readonly on: boolean;
  /** Share of the keys that the new one answers, 0 to 100. */
  readonly newPercent: number;
  /** Reads ask both, and what differs is reported. */
  readonly compare: boolean;
}

export const oldAlone: Route = { on: false, newPercent: 0, compare: false };

export type Side = "old" | "new";

/** Which implementation answers for a key: the same one as long as the route stays, and once the new one does it still does at a higher share. */
export function sideOf(route: string, { on, newPercent }: Route, key: string): Side {
  return on && shareOf(`${route}/${key}`) < newPercent ? "new" : "old";
}

/** From 0 to below 100, evenly spread over texts. */
function shareOf(text: string): number {
  return (createHash("sha256").update(text).digest().readUInt32BE() / 2 ** 32) * 100;
}
