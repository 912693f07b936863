/** A schema of an event's `detail`, compiled at bundle time. */
export interface DetailValidator {
  (detail: unknown): boolean;
  errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}

/** What is wrong with the detail of an event; empty when it conforms. @throws Error when the function does not declare that it publishes the event */
export function invalidDetail(
  validators: Readonly<Record<string, DetailValidator>>,
  event: string,
  detail: unknown,
): readonly string[] {
  const validate = validators[event];
  if (!validate) throw new Error(`the function does not declare that it publishes ${event}`);
  if (validate(detail)) return [];
  return (validate.errors ?? [])
    .slice(0, 20)
    .map((error) => `${error.instancePath || "/"} ${error.message ?? "is not valid"}`);
}
