import { guardrailPolicyTypes } from "../declaration/policy-quotas";
import { enabledTypes } from "./enabled-types";
import type { LivePolicy } from "./live-governance";
import { type LiveOrganization, readOrganization } from "./live-organization";
import { organizationsClient } from "./organizations-client";
import { readPolicies } from "./read-policies";
import { readableError } from "./readable-error";
import { type Caller, whoAmI } from "./sts";

/** An organisation's tree and what its policies bind. */
export interface LiveGuardrails {
  readonly organization: LiveOrganization;
  /** Types that are enabled on the root. */
  readonly policyTypes: readonly string[];
  /** Of every enabled type, and of those that guardrails are written as; AWS's own among them. */
  readonly policies: readonly LivePolicy[];
}

/**
 * Reads the tree, the accounts and every policy with what it is attached to. Policies of a type that guardrails are written as are read when it is
 * disabled, too: they stay (Organizations User Guide, "Disabling a policy type").
 *
 * @param caller of the management account, or of a delegated administrator of Organizations
 * @throws UserError without credentials, or when any of it may not be read
 */
export async function readLiveGuardrails(caller: Caller): Promise<LiveGuardrails> {
  await whoAmI(caller);
  const organization = await readOrganization(caller);
  const client = organizationsClient(caller);
  try {
    const policyTypes = await enabledTypes(client);
    const types = [...new Set([...guardrailPolicyTypes, ...policyTypes])];
    return { organization, policyTypes, policies: await readPolicies(client, types, () => true) };
  } catch (error) {
    throw readableError(error);
  } finally {
    client.destroy();
  }
}
