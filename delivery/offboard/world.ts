import type { AccountStatus } from "../../declaration/schema/account";
import type { StackSpec } from "../../declaration/stacks";

/** What offboarding looks at and changes. Looks are cheap and change nothing; every change may be repeated. */
export interface OffboardWorld {
  /** @throws UserError when AWS restricted access to the account, or it left the organisation by another way */
  assertMayLeave(): Promise<void>;

  /** What the account's file says. */
  status(): AccountStatus;
  declare(status: AccountStatus): Promise<void>;

  /** Whether nothing that the stack made is recorded in its state, and no lock says that more may come. */
  isDestroyed(stack: StackSpec): Promise<boolean>;
  /** Names of the stack's S3 buckets that hold objects, versions or delete markers. */
  fullBuckets(stack: StackSpec): Promise<readonly string[]>;
  /** @throws UserError when a service whose state is in one of these buckets still lives */
  assertNoServices(buckets: readonly string[]): Promise<void>;
  empty(buckets: readonly string[]): Promise<void>;
  /** Destroys the stack as it was while the account was active. */
  destroy(stack: StackSpec): Promise<void>;

  /** Whether a stack shared with other accounts still holds something of this account's. */
  holdsAccount(stack: StackSpec): Promise<boolean>;
  /** Whether the `org` stack's state still holds the account itself. */
  remembersAccount(): Promise<boolean>;
  deploy(stack: StackSpec): Promise<void>;

  /** Whether AWS has the account in the organizational unit `suspended`. */
  isSuspended(): Promise<boolean>;
  isClosed(): Promise<boolean>;
  close(): Promise<void>;

  /** Whether `addresses.lock.json` holds the account's range. */
  holdsRange(): boolean;
  releaseRange(): Promise<void>;
  /** Whether `ids.lock.json` holds an id of the account. */
  holdsIds(): boolean;
  releaseIds(): Promise<void>;
}
