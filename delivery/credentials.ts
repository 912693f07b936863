import { readFileSync } from "node:fs";
import type { LandingZone } from "../declaration/model";
import { accountCreationRole, deployRoles, roleArn } from "../declaration/names";
import type { StackSpec } from "../declaration/stacks";
import type { Environment } from "./child-environment";
import { assumeRole, assumeRoleByToken, ownCredentials, whoAmI } from "./sts";

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
    const path = rolePath(zone, spec, account);
    const held = path.findLastIndex((role) => isSessionOf(arn, role));
    let credentials = await ownCredentials(caller);
    for (const role of path.slice(held + 1)) {
      const current = { ...environment, AWS_SESSION_TOKEN: undefined, ...credentials };
      credentials = await assumeRole({ ...caller, environment: current }, role, spec.id);
    }
    return credentials;
  };
}

/** Roles to assume one after the other. The management account's id is the caller's own before `org` has recorded it. */
export function rolePath(zone: LandingZone, spec: StackSpec, callerAccount: string): readonly string[] {
  const management = zone.foundation.management.name;
  const inManagement = (role: string): string =>
    zone.ids.has(`account/${management}`)
      ? roleArn(zone, management, role)
      : `arn:${zone.partition}:iam::${callerAccount}:role/${role}`;
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
