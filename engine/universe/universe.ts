/** What AWS's Service Authorization Reference says of one action. */
export interface ActionFacts {
  /** As AWS writes it, `s3:PutObject`. */
  readonly name: string;
  readonly service: string;
  readonly accessLevel: "List" | "Read" | "Write" | "Permissions management" | "Tagging";
  /** Patterns of the resources it can act on, variables as `*`; `["*"]` when it has none. */
  readonly resources: readonly string[];
  /** Condition keys a request can carry beside the global ones; variables as `*`. */
  readonly conditionKeys: readonly string[];
}

/** The actions that exist. */
export interface Universe {
  /** Of the data: package version, and the date it was taken from AWS. */
  readonly version: string;
  readonly date: string;
  readonly actions: readonly ActionFacts[];
  /** @param name in any case */
  find(name: string): ActionFacts | undefined;
  /** The actions a pattern of an Action element matches. */
  matching(pattern: string): readonly ActionFacts[];
  /** Whether a service has this prefix. */
  hasService(prefix: string): boolean;
}
