import { managementPolicyTypes } from "./management-policies";
import type { LandingZoneFile } from "./schema/landing-zone";
import { policyTypes } from "./policy-types";
import { canonical } from "./slice/canonical";

/** A policy that sets things up, as declared: its content is minified JSON. */
export interface OrganizationPolicy {
  readonly name: string;
  readonly type: LandingZoneFile["policies"][string]["type"];
  readonly description: string;
  readonly attachTo: readonly string[];
  /** Names of single accounts it is attached to as well. */
  readonly accounts: readonly string[];
  readonly content: string;
}

/**
 * The zone's policies of these types, by name.
 * @param documents name → text of policies/<name>.json
 * @param open accounts that are not closed: a closed one may stay in a policy's list
 */
export function organizationPoliciesOf(
  { policies }: Pick<LandingZoneFile, "policies">,
  documents: ReadonlyMap<string, string>,
  open: readonly { readonly name: string }[],
): readonly OrganizationPolicy[] {
  return Object.entries(policies)
    .map(([name, { type, description, attachTo, accounts, content }]) => ({
      name,
      type,
      description,
      attachTo,
      accounts: accounts.filter((account) => open.some((each) => each.name === account)),
      // The checks found one of the two.
      content: canonicalJson(content ?? JSON.parse(documents.get(name) ?? "{}")),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Minified, the same whatever order its keys are written in. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(canonical(value));
}

/** Policy types that are enabled for what this zone declares. */
export function policyTypesOf({
  policies,
}: {
  readonly policies: readonly Pick<OrganizationPolicy, "type">[];
}): readonly string[] {
  return [...new Set([...policyTypes, ...policies.map(({ type }) => managementPolicyTypes[type].type)])].sort();
}
