import type { LandingZone } from "../../declaration/model";
import { attachmentAddress, delegationAddress, unitAddress } from "../../declaration/terraform-addresses";
import { delegatedServices } from "../../declaration/trusted-services";
import type { LiveUnit } from "../../live/live-tree";
import type { AdoptedAccount } from "./adopted-accounts";
import type { AdoptedPolicy } from "./adopted-policies";
import type { LiveEstate } from "./live-estate";

/** What of the live organisation the zone's stacks take over. */
export interface TakenOver {
  readonly units: readonly LiveUnit[];
  readonly accounts: readonly AdoptedAccount[];
  readonly policies: readonly AdoptedPolicy[];
  /** Id of the account with the role security-tooling, when it exists. */
  readonly securityTooling: string | undefined;
}

/**
 * Terraform import ids of all that the `org` stack takes over, in the forms of the provider's documentation ("Import" of each
 * `aws_organizations_*` resource). GuardDuty and Security Hub delegate in each region on their own, so that what Organizations lists may be
 * missing in the home region, and an import that finds nothing fails: applying finds those that are there.
 */
export function adoptedImports(
  { organization, governance }: LiveEstate,
  { units, accounts, policies, securityTooling }: TakenOver,
): LandingZone["imports"] {
  const delegated = governance.delegations.find(({ accountId }) => accountId === securityTooling)?.servicePrincipals;
  const entries: (readonly [string, string])[] = [
    ["aws_organizations_organization.organization", organization.id],
    ...units.map(({ id, path }) => [`aws_organizations_organizational_unit.${unitAddress(path)}`, id] as const),
    ...accounts
      .filter(({ isManagement, isClosed }) => !isManagement && !isClosed)
      .map(({ live, name }) => [`aws_organizations_account.${name}`, live.id] as const),
    ...policies.flatMap(policyImports),
    ...(delegated ?? []).flatMap((service) => delegationImports(service, securityTooling ?? "")),
  ];
  return { org: Object.fromEntries(entries) };
}

function policyImports({ live, guardrail, nodes, accounts }: AdoptedPolicy): (readonly [string, string])[] {
  const attachment = (address: string, target: string): readonly [string, string] => [
    `aws_organizations_policy_attachment.${address}`,
    `${target}:${live.id}`,
  ];
  return [
    [`aws_organizations_policy.${guardrail}`, live.id],
    ...nodes.map(({ id, path }) => attachment(attachmentAddress(guardrail, { unit: path }), id)),
    ...accounts.map(({ id, name }) => attachment(attachmentAddress(guardrail, { account: name }), id)),
  ];
}

function delegationImports(service: string, account: string): (readonly [string, string])[] {
  if (!delegatedServices.some((each) => each === service)) return [];
  return [[`aws_organizations_delegated_administrator.${delegationAddress(service)}`, `${account}/${service}`]];
}
