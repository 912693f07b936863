import type { LandingZone } from "../declaration/model";
import { UserError } from "../declaration/user-error";
import { ensureGithubProvider, githubProviderArn } from "./bootstrap-oidc";
import { ensureRole } from "./bootstrap-role";
import { describeOrganization } from "./describe-organization";
import { managementRoles } from "./management-roles";
import { ensureStateBucket } from "./state-bucket";
import { type Caller, whoAmI } from "../live/sts";

export interface Bootstrapped {
  readonly account: string;
  readonly bucket: string;
  /** What did not exist before, for people. */
  readonly created: readonly string[];
}

/**
 * Makes what the first deployment needs in the management account: the state bucket, the roles `landfall-org` and
 * `landfall-platform` and, for a zone that names its repository, the OIDC provider that lets its pipeline assume them and the
 * role `landfall-plan`. Running it again makes nothing new and puts back settings that were changed by hand.
 * @param environment the caller's credentials, endpoint and proxy: an administrator of the management account
 * @throws UserError when the caller is not in the management account: the one that is recorded, else the organization's
 */
export async function bootstrap(zone: LandingZone, environment: NodeJS.ProcessEnv): Promise<Bootstrapped> {
  const caller = { region: zone.regions.home, environment };
  const { account } = await whoAmI(caller);
  await refuseOtherAccount(zone, caller, account);
  const bucket = zone.stateBucket;
  const made = await ensureStateBucket(caller, zone.partition, bucket);
  const created = made ? [`bucket ${bucket}`] : [];
  if (zone.pipeline && (await ensureGithubProvider(caller, githubProviderArn(zone.partition, account)))) {
    created.push("OIDC provider of GitHub");
  }
  for (const role of managementRoles(zone, account)) {
    if (await ensureRole(caller, role, zone.tags)) created.push(`role ${role.name}`);
  }
  return { account, bucket, created };
}

/** Where nothing is recorded and there is no organization yet, the account becomes its management account. */
async function refuseOtherAccount(zone: LandingZone, caller: Caller, account: string): Promise<void> {
  const key = `account/${zone.foundation.management.name}` as const;
  const [whose, management] = zone.ids.has(key)
    ? ["zone", zone.ids.get(key)]
    : ["organization", (await describeOrganization(caller))?.managementAccountId ?? account];
  if (management === account) return;
  throw new UserError(
    `these credentials belong to account ${account}; the ${whose}'s management account is ${management}`,
    "Sign in to the management account as an administrator.",
  );
}
