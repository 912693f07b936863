/** Names of the guardrail catalogue. `policies/` holds the guardrails themselves and checks that its list equals this one. */
export const catalogueGuardrails = [
  "allowed-regions",
  "deny-everything",
  "deny-leaving-organization",
  "deny-root-user",
  "protect-trail",
] as const;

export type CatalogueGuardrail = (typeof catalogueGuardrails)[number];

export function isCatalogueGuardrail(name: string): name is CatalogueGuardrail {
  return catalogueGuardrails.some((known) => known === name);
}
