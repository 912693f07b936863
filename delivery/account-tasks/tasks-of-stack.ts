import type { LandingZone } from "../../declaration/model";
import { roleArn } from "../../declaration/names";
import { type StackSpec, stacksOf } from "../../declaration/stacks";
import { UserError } from "../../declaration/user-error";
import type { Environment } from "../child-environment";
import type { CredentialsFor } from "../credentials";
import { listAccounts } from "../../live/list-accounts";
import { memberCredentials } from "../member-credentials";
import { accountAddress } from "../offboard/account-resources";
import { assertLayout } from "../routing/layout";
import type { Step } from "../steps/step";
import { assumeRole, type Caller } from "../../live/sts";
import { accessRoleStep } from "./access-role";
import { refuseClosedByHand } from "./closed-by-hand";
import { defaultVpcStep } from "./default-vpc";
import { displayNameSteps } from "./display-name";
import { organizationRole, organizationRoleStep } from "./organization-role";
import { platformRoleStep } from "./platform-role";
import { platformTrust } from "./platform-trust";
import { isServiceException } from "./service-exception";

/** A stack that is being deployed, and how AWS is reached. */
export interface TaskScope {
  readonly zone: LandingZone;
  readonly spec: StackSpec;
  readonly credentialsFor: CredentialsFor;
  /** Credentials of the stack's identity, endpoint and proxy. */
  readonly environment: Environment;
}

/** Looks before a stack is planned or deployed. @throws UserError when deploying it would go wrong */
export async function checkBeforeStack(scope: TaskScope): Promise<void> {
  const { zone, spec, environment } = scope;
  await assertLayout(scope);
  if (spec.kind !== "org" || !zone.ids.has("organization")) return;
  refuseClosedByHand(zone, await listAccounts({ region: zone.regions.home, environment }));
}

/**
 * What no Terraform resource does, in the turn of the stack it belongs to: names and ways in with `org`, what AWS put into an account with the
 * account's own stack, and into a region of it with that region's.
 */
export async function tasksOfStack(scope: TaskScope): Promise<readonly Step[]> {
  switch (scope.spec.kind) {
    case "org":
      return organizationTasks(scope);
    case "account":
      return accountTasks(scope);
    case "region":
      return regionTasks(scope);
    case "identity":
    case "costs":
    case "logs":
    case "trail":
    case "security":
    case "security-region":
    case "rules":
    case "events":
    case "network":
    case "network-region":
    case "routing-region":
    case "routing":
    case "dns":
    case "service":
      return [];
  }
}

async function organizationTasks(scope: TaskScope): Promise<readonly Step[]> {
  const { zone, environment } = scope;
  const caller = { region: zone.regions.home, environment };
  const names = displayNameSteps(zone, await listAccounts(caller), caller);
  const adopted = stacksOf(zone)
    .filter(({ kind, identity }) => kind === "account" && identity === "platform")
    .filter(({ account }) => zone.imports["org"]?.[accountAddress(account.name)] !== undefined);
  return [...names, ...adopted.map((spec) => entryStep(scope, spec))];
}

function entryStep(scope: TaskScope, spec: StackSpec): Step {
  const { zone, environment } = scope;
  const caller = { region: zone.regions.home, environment };
  const { name } = spec.account;
  return platformRoleStep({
    account: name,
    partition: zone.partition,
    trust: platformTrust(zone),
    session: async () => {
      const member = await tryMember({ ...scope, spec });
      return member && { ...caller, environment: member };
    },
    enter: async () => {
      const session = await assumeRole(caller, roleArn(zone, name, organizationRole), "org");
      return { ...caller, environment: { ...environment, ...session } };
    },
  });
}

async function accountTasks(scope: TaskScope): Promise<readonly Step[]> {
  const { zone, spec } = scope;
  const { name } = spec.account;
  const isMember = spec.identity === "platform";
  const session = isMember ? await enterMember(scope) : scope.environment;
  const home: Caller = { region: zone.regions.home, environment: session };
  const vpc = defaultVpcStep(name, home);
  if (!isMember) return [vpc];
  return [vpc, ...(await waysIn(name, platformTrust(zone), home, async () => (await tryMember(scope)) !== undefined))];
}

async function regionTasks(scope: TaskScope): Promise<readonly Step[]> {
  const { spec, zone } = scope;
  const session = spec.identity === "platform" ? await enterMember(scope) : scope.environment;
  return [defaultVpcStep(spec.account.name, { region: spec.region ?? zone.regions.home, environment: session })];
}

/**
 * The other way in goes only once this session proves that the narrow trust lets Landfall in: one that was narrow when the run began, not
 * one narrowed a moment ago.
 */
export async function waysIn(
  account: string,
  trust: string,
  caller: Caller,
  canBeAssumed: () => Promise<boolean>,
): Promise<readonly Step[]> {
  const narrow = accessRoleStep({ account, trust, caller, canBeAssumed });
  return (await wasDone(narrow)) ? [narrow, organizationRoleStep(account, caller)] : [narrow];
}

/** Not where AWS refuses to say: the step itself then tells why. */
async function wasDone(step: Step): Promise<boolean> {
  try {
    return await step.isDone();
  } catch (error) {
    if (isServiceException(error)) return false;
    throw error;
  }
}

async function enterMember({ zone, spec, credentialsFor, environment }: TaskScope): Promise<Environment> {
  return { ...environment, ...(await memberCredentials(credentialsFor, zone, spec, environment)) };
}

async function tryMember(scope: TaskScope): Promise<Environment | undefined> {
  try {
    return await enterMember(scope);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
