/** Everything the local Organizations refuses that the emulator would take. Each can be switched off. */
export const refusals = [
  "policy-size",
  "policy-syntax",
  "policy-name",
  "policy-count",
  "policy-type-not-enabled",
  "policy-attached-already",
  "attachment-limit",
  "attachment-minimum",
  "policy-not-attached",
  "attachment-target",
  "unit-parent",
  "unit-depth",
  "unit-name",
  "unit-count",
  "unit-not-empty",
  "account-email",
  "concurrent-creations",
  "account-count",
  "account-moved-nowhere",
  "management-account-closed",
  "closure-quota",
  "delegation-to-management",
  "delegation-without-access",
  "management-account-only",
  "concurrent-modification",
  "throttling",
] as const;

export type Refusal = (typeof refusals)[number];

export interface OrganizationsOptions {
  /** Time from `CreateAccount` to `SUCCEEDED` or `FAILED`; the account does not exist before. Default 2,000. */
  readonly creationMilliseconds?: number;
  /**
   * Whether the status of a creation is answered only when it is known. Terraform looks once at once and then every
   * 10 s, so this saves it most of 10 s a round of creations, and never shows it `IN_PROGRESS`. Default false.
   */
  readonly answersStatusWhenDone?: boolean;
  /** Sustained rate and burst of calls that change something. Default 10 and 20; AWS publishes neither. */
  readonly writesPerSecond?: number;
  readonly writeBurst?: number;
  /** Accounts allowed, the management account included. Default: as many as asked for, as after a quota increase. */
  readonly accountQuota?: number;
  /** Accounts that may be closed within 30 days. Default: AWS's part of the members. */
  readonly closureQuota?: number;
  /** Refusals to leave to the emulator, that is to nobody: tests show by it that a refusal is ours. */
  readonly off?: readonly Refusal[];
}
