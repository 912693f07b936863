import type { Policy } from "./policy/policy";

/** A policy under the name reports call it by. */
export interface AttachedPolicy {
  readonly id: string;
  readonly policy: Policy;
}

/** The root, an organizational unit or an account, and what is attached to it. */
export interface Level {
  readonly id: string;
  readonly policies: readonly AttachedPolicy[];
}

/** From the root down to the account. */
export type PolicyPath = readonly Level[];

/**
 * What bounds a request. `scp` is the path of the caller's account and is empty for callers no service control policy binds (the management
 * account, callers outside the organisation); `rcp` is the path of the resource's account, RCPFullAWSAccess not listed, and empty where no
 * resource control policy reaches.
 */
export interface Bounds {
  readonly scp: PolicyPath;
  readonly rcp: PolicyPath;
}
