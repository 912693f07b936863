/** A policy as AWS has it. */
export interface LivePolicy {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** `SERVICE_CONTROL_POLICY`, `TAG_POLICY` … */
  readonly type: string;
  readonly content: string;
  /** Ids of the root, units and accounts it is attached to. */
  readonly targets: readonly string[];
  /** AWS's own, such as FullAWSAccess. */
  readonly awsManaged: boolean;
}

/** An account that administers services for the organisation. */
export interface LiveDelegation {
  readonly accountId: string;
  readonly servicePrincipals: readonly string[];
}

/** What governs an organisation, beside its tree. */
export interface LiveGovernance {
  /** `ALL`, or `CONSOLIDATED_BILLING`, in which there are no policies. */
  readonly featureSet: string;
  readonly policyTypes: readonly string[];
  /** Of every enabled type, without AWS's own. */
  readonly policies: readonly LivePolicy[];
  readonly trustedServices: readonly string[];
  readonly delegations: readonly LiveDelegation[];
  /** Names of the management account's StackSets in the caller's region. */
  readonly stackSets: readonly string[];
  /** Keys of the tags on units, accounts and policies. */
  readonly tagKeys: readonly string[];
}
