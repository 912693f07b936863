import { readFileSync } from "node:fs";
import type { LandingZone } from "../declaration/model";
import { accountCreationRole, deployRoles, roleArn } from "../declaration/names";
import type { StackSpec } from "../declaration/stacks";
import type { Environment } from "./child-environment";
import { assumeRole, assumeRoleByToken, type Caller, ownCredentials, whoAmI } from "../live/sts";

/** Where the credentials of a stack's deploy identity come from: environment variables for cdktf, Terraform and SDK clients. */
export type CredentialsFor = (spec: StackSpec, zone: LandingZone) => Promise<Environment>;

/**
 * Credentials for deploying to AWS, from those of whoever runs Landfall:
 *  - already in the role: as they are;
 *  - `landfall-org`, `landfall-platform`: by AssumeRole in the management account;
 *  - `landfall-service`: by the pipeline's web identity token where there is one, else through `landfall-platform` in management and
 *    then the role of that name in the member account.
 *
 * A role reached through another lasts an hour at most (IAM User Guide, role chaining), so each stack asks again.
 * @param environment variables of the process: what the SDK finds credentials by
 */
export function ambientCredentials(environment: NodeJS.ProcessEnv): CredentialsFor {
  return async (spec, zone) => {
    const caller = { region: zone.regions.home, environment };
    const tokenFile = environment["AWS_WEB_IDENTITY_TOKEN_FILE"];
    if (spec.identity === "service" && tokenFile) {
      const arn = roleArn(zone, spec.account.name, deployRoles.service);
      return assumeRoleByToken(caller, arn, readFileSync(tokenFile, "utf8").trim());
    }
    const { account, arn } = await whoAmI(caller);
    return sessionOf(caller, arn, rolePath(zone, spec, account), spec.id);
  };
}

/**
 * A session of the last of some roles, each assumed from the one before, starting behind the last that the caller is in already.
 * @param callerArn who the caller is
 * @throws UserError naming the role that cannot be assumed
 */
export async function sessionOf(
  caller: Caller,
  callerArn: string,
  roles: readonly string[],
  name: string,
): Promise<Environment> {
  const held = roles.findLastIndex((role) => isSessionOf(callerArn, role));
  let credentials = await ownCredentials(caller);
  for (const role of roles.slice(held + 1)) {
    const current = { ...caller.environment, AWS_SESSION_TOKEN: undefined, ...credentials };
    credentials = await assumeRole({ ...caller, environment: current }, role, name);
  }
  return credentials;
}

/** A role of the management account, whose id is the caller's own before it is recorded. */
export function managementRole(zone: LandingZone, role: string, callerAccount: string): string {
  const management = zone.foundation.management.name;
  return zone.ids.has(`account/${management}`)
    ? roleArn(zone, management, role)
    : `arn:${zone.partition}:iam::${callerAccount}:role/${role}`;
}

/**
 * Looks once, before a long command, whether anybody is signed in. A pipeline's web identity token is tried when it is used.
 * @throws UserError when AWS does not know the caller
 */
export async function checkSignedIn(region: string, environment: NodeJS.ProcessEnv): Promise<void> {
  if (!environment["AWS_WEB_IDENTITY_TOKEN_FILE"]) await whoAmI({ region, environment });
}

/** Roles to assume one after the other. */
export function rolePath(zone: LandingZone, spec: StackSpec, callerAccount: string): readonly string[] {
  const management = zone.foundation.management.name;
  const inManagement = (role: string): string => managementRole(zone, role, callerAccount);
  if (spec.identity !== "service") return [inManagement(deployRoles[spec.identity])];
  const { name } = spec.account;
  return [
    inManagement(deployRoles.platform),
    ...(name === management ? [] : [roleArn(zone, name, accountCreationRole)]),
    roleArn(zone, name, deployRoles.service),
  ];
}

/** `arn:aws:sts::1:assumed-role/NAME/SESSION` is a session of `arn:aws:iam::1:role/NAME` (IAM User Guide, identifiers). */
function isSessionOf(callerArn: string, role: string): boolean {
  const account = role.split(":")[4] ?? "";
  return callerArn.includes(`::${account}:assumed-role/${role.split("/").pop() ?? ""}/`);
}
