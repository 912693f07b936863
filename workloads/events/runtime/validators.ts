/** A schema of an event's `detail`, compiled at bundle time. */
export interface DetailValidator {
  (detail: unknown): boolean;
  errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}

const validators = new Map<string, DetailValidator>();

/** Called by the entry module of a function that publishes, before its handler: `OrderPurchased.v1` → validator. */
export function provideValidators(given: Readonly<Record<string, DetailValidator>>): void {
  for (const [name, validate] of Object.entries(given)) validators.set(name, validate);
}

/** What is wrong with the detail of an event; empty when it conforms. @throws Error when the service does not declare that it publishes the event */
export function invalidDetail(event: string, detail: unknown): readonly string[] {
  const validate = validators.get(event);
  if (!validate) throw new Error(`the service does not declare that it publishes ${event}`);
  if (validate(detail)) return [];
  return (validate.errors ?? [])
    .slice(0, 20)
    .map((error) => `${error.instancePath || "/"} ${error.message ?? "is not valid"}`);
}
