/** IAM actions that Terraform's provider needs for one resource type, `service:Operation` each. */
export interface TypeActions {
  readonly create: readonly string[];
  readonly read: readonly string[];
  readonly update: readonly string[];
  readonly delete: readonly string[];
}

/** Operations by what Terraform does; space separated; one with a colon names its own service. What is left out needs nothing. */
type Operations = Readonly<Partial<Record<keyof TypeActions, string>>>;

/** A row of the table: operations of one service. Reading back is part of creating and updating. */
export function row(
  service: string,
  { create = "", read = "", update = "", delete: remove = "" }: Operations,
): TypeActions {
  const actions = (text: string): readonly string[] =>
    text
      .split(/\s+/)
      .filter(Boolean)
      .map((operation) => (operation.includes(":") ? operation : `${service}:${operation}`));
  return { create: actions(create), read: actions(read), update: actions(update), delete: actions(remove) };
}
