/** What values a context key can have in the requests that are asked about. */
export interface KeyDomain {
  readonly presence: "always" | "sometimes" | "never";
  readonly multivalued: boolean;
  /** Patterns (`*`, `?`) of which every value matches one; undefined: any text. */
  readonly values: readonly string[] | undefined;
}

/** The requests that exist: every question is asked about these alone. */
export interface Domain {
  /** Patterns of which the resource matches one. */
  readonly resources: readonly string[];
  /** @param key in any case */
  readonly keyDomain: (key: string) => KeyDomain;
}
