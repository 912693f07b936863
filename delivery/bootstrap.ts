import type { LandingZone } from "../declaration/model";
import { deployRoles } from "../declaration/names";
import { UserError } from "../declaration/user-error";
import { ensureRole, type RoleSpec } from "./bootstrap-role";
import { ensureStateBucket } from "./state-bucket";
import { whoAmI } from "./sts";

export interface Bootstrapped {
  readonly account: string;
  readonly bucket: string;
  /** What did not exist before, for people. */
  readonly created: readonly string[];
}

/**
 * Makes what the first deployment needs in the management account: the state bucket and the roles `landfall-org` and
 * `landfall-platform`. Running it again makes nothing new and puts back settings that were changed by hand.
 * @param environment the caller's credentials, endpoint and proxy: an administrator of the management account
 * @throws UserError when the caller is not in the management account
 */
export async function bootstrap(zone: LandingZone, environment: NodeJS.ProcessEnv): Promise<Bootstrapped> {
  const caller = { region: zone.regions.home, environment };
  const { account } = await whoAmI(caller);
  const management = `account/${zone.foundation.management.name}` as const;
  if (zone.ids.has(management) && zone.ids.get(management) !== account) {
    throw new UserError(
      `these credentials belong to account ${account}; the zone's management account is ${zone.ids.get(management)}`,
      "Sign in to the management account as an administrator.",
    );
  }
  const bucket = zone.stateBucket;
  const made = await ensureStateBucket(caller, zone.partition, bucket);
  const created = made ? [`bucket ${bucket}`] : [];
  for (const role of managementRoles(zone, account)) {
    if (await ensureRole(caller, role, zone.tags)) created.push(`role ${role.name}`);
  }
  return { account, bucket, created };
}

/** The roles of the management account that deploy stacks; each may touch the state below its own prefix alone. */
export function managementRoles(zone: LandingZone, account: string): readonly RoleSpec[] {
  const bucket = `arn:${zone.partition}:s3:::${zone.stateBucket}`;
  const trusted = `arn:${zone.partition}:iam::${account}:root`;
  return [
    {
      name: deployRoles.org,
      trusted,
      statements: [
        { Sid: "Administer", Effect: "Allow", Action: "*", Resource: "*" },
        {
          Sid: "StateOfOthers",
          Effect: "Deny",
          Action: ["s3:GetObject*", "s3:PutObject*", "s3:DeleteObject*"],
          Resource: `${bucket}/platform/*`,
        },
      ],
    },
    {
      name: deployRoles.platform,
      trusted,
      statements: [
        { Sid: "ListState", Effect: "Allow", Action: "s3:ListBucket", Resource: bucket },
        {
          Sid: "OwnState",
          Effect: "Allow",
          Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
          Resource: `${bucket}/platform/*`,
        },
        {
          Sid: "MemberAccounts",
          Effect: "Allow",
          Action: "sts:AssumeRole",
          Resource: `arn:${zone.partition}:iam::*:role/${deployRoles.platform}`,
        },
      ],
    },
  ];
}
