import type { Aggregate } from "../../../../workloads/service-definition";

export interface Account {
  readonly cents: number;
}

interface Events {
  readonly Booked: { readonly entryId: string; readonly cents: number };
}

/** An account is what its entries made of it. Its first entries were in whole euros, and are so for ever. */
export const account: Aggregate<"account", Account, Events> = {
  name: "account",
  snapshotEvery: 10,
  stateVersion: 1,
  initial: { cents: 0 },
  events: {
    Booked: {
      version: 2,
      apply: (state, { cents }) => ({ cents: state.cents + cents }),
      upcast: { 1: ({ euros, ...entry }) => ({ ...entry, cents: Number(euros) * 100 }) },
    },
  },
};
