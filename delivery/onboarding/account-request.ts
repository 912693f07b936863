/** A person or a team to reach about an account. AWS takes it with all four. */
export interface ContactRequest {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly title?: string | undefined;
}

/** An account as asked for: what is left out is asked, or gets its default. */
export interface AccountRequest {
  readonly name: string;
  readonly displayName?: string | undefined;
  readonly email?: string | undefined;
  /** Path of the organizational unit. */
  readonly organizationalUnit?: string | undefined;
  readonly owner?: string | undefined;
  /** For operations. */
  readonly contact?: ContactRequest | undefined;
  /** US dollars a month, or `none`. */
  readonly budget?: number | typeof none | undefined;
  /** Route domain, or `none` for an account without a network. */
  readonly domain?: string | undefined;
  readonly prefixLength?: number | undefined;
  /** Shared VPC whose subnets it is given in place of a network of its own. */
  readonly sharedVpc?: string | undefined;
  /** Group → permission sets. */
  readonly access?: Readonly<Record<string, readonly string[]>> | undefined;
  /** A service there is, or `none`. */
  readonly service?: string | undefined;
  /** Central event bus that the service joins. */
  readonly eventBus?: string | undefined;
  readonly repository?: string | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/** A request that an account's file can be written from. */
export type CompleteRequest = AccountRequest & { readonly organizationalUnit: string; readonly owner: string };

export const none = "none";
