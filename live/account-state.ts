import type { Account } from "@aws-sdk/client-organizations";

/**
 * What AWS says of an account, in the words of `State` (Organizations User Guide, "Monitor the state of your AWS accounts"). Of a closed account
 * `Status`, which `State` replaced on 2026-09-09, says `SUSPENDED`; in `State` that is one to which AWS restricted access.
 */
export function stateOf({ State, Status }: Pick<Account, "State" | "Status">): string {
  return State ?? (Status === "SUSPENDED" ? "CLOSED" : (Status ?? ""));
}

/** @param state in the words of `State`: closed, for the 90 days AWS keeps it, or about to be */
export function isClosedState(state: string): boolean {
  return ["PENDING_CLOSURE", "CLOSED"].includes(state);
}

/** @param state in the words of `State`: AWS restricted access to the account, and its Support alone can lift that */
export function isRestrictedState(state: string): boolean {
  return state === "SUSPENDED";
}
