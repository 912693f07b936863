import type { TerraformStack } from "cdktf";
import type { IdKey } from "../declaration/ids";
import type { LandingZone } from "../declaration/model";
import { recordIds } from "../stack/record-ids";
import { addAccounts } from "./accounts";
import { addBudgets } from "./budgets";
import { addContacts } from "./contacts";
import { addDelegation } from "./delegation";
import { forgetClosedAccounts } from "./forgotten";
import { addGuardrails } from "./guardrails";
import { addOrganization } from "./organization";
import { addOrganizationalUnits } from "./organizational-units";
import { addPolicies } from "./policies";
import { addRootAccess } from "./root-access";

/** The organisation in the management account: its tree, its accounts, what binds them and who administers what. */
export function buildOrganization(stack: TerraformStack, zone: LandingZone): void {
  const { organization, rootId } = addOrganization(stack, zone);
  const targets = addOrganizationalUnits(stack, zone, rootId);
  const accountIds = addAccounts(stack, zone, organization, targets);
  forgetClosedAccounts(stack, zone);
  addGuardrails(stack, zone, organization, targets, accountIds);
  addPolicies(stack, zone, organization, targets, accountIds);
  addRootAccess(stack, zone, organization);
  addDelegation(stack, zone, organization, accountIds);
  addContacts(stack, zone, organization, accountIds);
  addBudgets(stack, zone, accountIds);

  const ids: Partial<Record<IdKey, string>> = { organization: organization.id, root: rootId };
  for (const { path } of zone.organizationalUnits) ids[`organizational-unit/${path}`] = targets(path);
  for (const { name } of zone.accounts) ids[`account/${name}`] = accountIds(name);
  recordIds(stack, ids);
}
