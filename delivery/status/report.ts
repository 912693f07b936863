/** How far one stage of an account's life is: `gone` was there and is no more, `unknown` could not be read. */
export type CellState = "there" | "partly" | "waiting" | "not-declared" | "gone" | "unknown";

export interface Cell {
  readonly state: CellState;
  /** For people: `23 of 23`, or why it is not there. */
  readonly text: string;
}

/** An account from its declaration to its service. */
export interface StatusRow {
  readonly account: string;
  readonly displayName: string;
  readonly declared: "active" | "suspended" | "closed";
  readonly organizationalUnit: string | undefined;
  /** 12 digits; undefined until AWS has created it. */
  readonly accountId: string | undefined;
  readonly created: Cell;
  readonly baseline: Cell;
  readonly network: Cell;
  readonly service: Cell;
  /** Where its service answers. */
  readonly url: string | undefined;
}

/** A stack that is no account's own. */
export interface PlatformRow {
  readonly stack: string;
  readonly resources: Cell;
}

export type FindingKind =
  | "request-failed"
  | "request-slow"
  | "account-not-declared"
  | "account-not-active"
  | "account-still-open"
  | "account-moved"
  | "account-renamed"
  | "account-email"
  | "id-differs"
  | "state-unreadable"
  | "state-left-over"
  | "resource-tainted";

/** Something that does not agree. A `note` is worth knowing and needs nobody. */
export interface Finding {
  readonly kind: FindingKind;
  readonly severity: "finding" | "note";
  /** Account, stack or state it is about. */
  readonly about: string;
  readonly message: string;
  /** What to do, with the command. */
  readonly remedy: string;
}

export interface StatusReport {
  readonly organization: string;
  /** By name; closed accounts last. */
  readonly accounts: readonly StatusRow[];
  readonly platform: readonly PlatformRow[];
  readonly findings: readonly Finding[];
}
