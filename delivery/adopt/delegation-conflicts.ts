import type { RoleHolder } from "./assign-roles";
import type { LiveEstate } from "./live-estate";

/** Detection services with one administrator alone: another is refused (their user guides, on delegated administrators). */
const exclusive: readonly string[] = [
  "access-analyzer.amazonaws.com",
  "guardduty.amazonaws.com",
  "securityhub.amazonaws.com",
];

/** What the first deployment would be refused: services that another account administers than security tooling. */
export function delegationConflicts(
  { organization, governance }: LiveEstate,
  holders: readonly RoleHolder[],
): readonly string[] {
  const tooling = holders.find(({ role }) => role === "security-tooling");
  const id = tooling === undefined || tooling.how === "new" ? undefined : tooling.account.live.id;
  return governance.delegations
    .filter(({ accountId }) => accountId !== id)
    .flatMap(({ accountId, servicePrincipals }) => {
      const name = organization.accounts.find((account) => account.id === accountId)?.name ?? accountId;
      const remedy = `give it the role with --role "security-tooling=${name}", or deregister it`;
      return exclusive
        .filter((service) => servicePrincipals.includes(service))
        .map((service) => `${name} administers ${service}, which security tooling is to: ${remedy}`);
    });
}
