export type ChangeKind = "added" | "removed" | "moved" | "changed";

/** What a change of the zone does to one thing that the map shows. */
export interface Change {
  /** Of what: `account orders-dev`, `unit workloads/prod`, `reach prod → shared`. */
  readonly id: string;
  readonly kind: ChangeKind;
  /** What is other, where that is not said by the kind. */
  readonly words: string;
}

/** Ids of what changes can be of. */
export const idOf = {
  unit: (path: string) => `unit ${path}`,
  account: (name: string) => `account ${name}`,
  group: (name: string) => `network ${name}`,
  reach: (from: string, to: string) => `reach ${from} → ${to}`,
  service: (name: string) => `service ${name}`,
  flow: (flow: { bus: string; event: string; from: string; to: string; subscription: string }) =>
    `event ${flow.event} on ${flow.bus}: ${flow.from} → ${flow.to} (${flow.subscription})`,
  log: (what: string) => `log ${what}`,
} as const;

/** Id → its change. */
export type Changes = ReadonlyMap<string, Change>;
