/** One organizational unit as AWS has it. */
export interface LiveUnit {
  readonly id: string;
  readonly name: string;
  /** Id of the unit above, or of the root. */
  readonly parentId: string;
  /** Names from the root down as a zone writes them, such as `workloads/prod`; see `unitKey`. */
  readonly path: string;
}

/** One account as AWS has it. */
export interface LiveAccount {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Of `ACTIVE`, `PENDING_ACTIVATION`, `SUSPENDED` (restricted by AWS), `PENDING_CLOSURE`, `CLOSED`; see `stateOf`. */
  readonly status: string;
  readonly parentId: string;
  /** Path of its unit, or `"root"`. */
  readonly unitPath: string;
}

/** A request for an account: what became of it. AWS keeps them for 90 days. */
export interface LiveCreation {
  readonly id: string;
  readonly accountName: string;
  /** `IN_PROGRESS`, `SUCCEEDED` or `FAILED`. */
  readonly state: string;
  readonly accountId: string | undefined;
  /** AWS's own word, such as `EMAIL_ALREADY_EXISTS`. */
  readonly failureReason: string | undefined;
  readonly requestedAt: Date | undefined;
}

/** An organisation's tree, accounts and requests for accounts, as the Organizations API tells them. */
export interface LiveOrganization {
  readonly id: string;
  readonly managementAccountId: string;
  readonly rootId: string;
  /** Parents before children. */
  readonly units: readonly LiveUnit[];
  readonly accounts: readonly LiveAccount[];
  readonly creations: readonly LiveCreation[];
}
