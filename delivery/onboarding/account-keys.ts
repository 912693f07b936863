import type { AccountInput } from "../../declaration/edit/account-text";
import type { Account } from "../../declaration/model";
import { type CompleteRequest, none } from "./account-request";

/** Prefix of a network of which no size was asked for: 1,024 addresses, as the schema of accounts has it. */
const usualPrefixLength = 22;

/**
 * What is written into a new account's file, in the order of the schema. The size of its network stands there even when it is the
 * usual one, for it cannot change.
 * @param contact for operations
 */
export function accountKeys(request: CompleteRequest, contact: Account["contacts"]["operations"]): AccountInput {
  const { name, displayName, email, organizationalUnit, owner, budget, domain, prefixLength, access, tags } = request;
  const { service, eventBus, repository, sharedVpc } = request;
  return {
    name,
    displayName,
    email,
    organizationalUnit,
    owner,
    contacts: contact && { operations: contact },
    budget: budget === undefined || budget === none ? undefined : { monthlyUsd: budget },
    network:
      domain === undefined || domain === none ? undefined : { domain, prefixLength: prefixLength ?? usualPrefixLength },
    sharedVpc,
    access: access && Object.fromEntries(Object.entries(access).map(([group, sets]) => [group, [...sets]])),
    service: service === undefined || service === none ? undefined : { name: service, repository, eventBus },
    tags: tags && { ...tags },
  };
}
