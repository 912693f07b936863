import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  EntityAlreadyExistsException,
  type IAMClient,
  paginateListAttachedRolePolicies,
  UpdateAssumeRolePolicyCommand,
} from "@aws-sdk/client-iam";
import { setTimeout as sleep } from "node:timers/promises";
import { accountCreationRole } from "../../declaration/names";
import { UserError } from "../../declaration/user-error";
import type { Step } from "../steps/step";
import type { Caller } from "../../live/sts";
import { withIam } from "./iam";
import { organizationRole } from "./organization-role";

export interface Entry {
  readonly account: string;
  /** `aws`, `aws-us-gov` … */
  readonly partition: string;
  readonly trust: string;
  /** A session of `landfall-platform` in the account; undefined while it cannot be assumed. */
  readonly session: () => Promise<Caller | undefined>;
  /** A session of `OrganizationAccountAccessRole` in the account. */
  readonly enter: () => Promise<Caller>;
  /** Milliseconds until IAM must have come round to a change. */
  readonly patience?: number;
}

/** IAM is eventually consistent, usually within seconds (IAM User Guide, "Changes that I make are not always immediately visible"). */
const usualPatience = 60_000;
const poll = 2_000;

/**
 * Makes `landfall-platform` in an account that was there before Landfall, by the role its organisation gave it; one that was left half made
 * is made whole.
 */
export function platformRoleStep(entry: Entry): Step {
  const { account, partition, session, enter } = entry;
  const policyArn = `arn:${partition}:iam::aws:policy/AdministratorAccess`;
  const isDone = async (): Promise<boolean> => {
    const member = await session();
    return member !== undefined && holds(member, policyArn);
  };
  return {
    id: `platform-role:${account}`,
    title: `make ${accountCreationRole} in ${account}, by its ${organizationRole}`,
    isDone,
    perform: async () => {
      await withIam(await enter(), (iam) => make(iam, entry, policyArn));
      await until(isDone, account, entry.patience ?? usualPatience);
    },
  };
}

/** Whether the role may look at its own policies and finds the policy there. */
async function holds(caller: Caller, policyArn: string): Promise<boolean> {
  return withIam(caller, async (client) => {
    try {
      const RoleName = accountCreationRole;
      for await (const { AttachedPolicies = [] } of paginateListAttachedRolePolicies({ client }, { RoleName })) {
        if (AttachedPolicies.some(({ PolicyArn }) => PolicyArn === policyArn)) return true;
      }
      return false;
    } catch (error) {
      // IAM gives this code no class of its own (IAM API Reference, Common Errors).
      if (error instanceof Error && ["AccessDenied", "AccessDeniedException"].includes(error.name)) return false;
      throw error;
    }
  });
}

async function make(iam: IAMClient, { trust, session }: Entry, PolicyArn: string): Promise<void> {
  const RoleName = accountCreationRole;
  try {
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust }));
  } catch (error) {
    if (!(error instanceof EntityAlreadyExistsException)) throw error;
    if ((await session()) === undefined) {
      await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName, PolicyDocument: trust }));
    }
  }
  await iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn }));
}

async function until(isDone: () => Promise<boolean>, account: string, patience: number): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await isDone())) {
    if (Date.now() >= deadline) {
      throw new UserError(
        `${accountCreationRole} was made in ${account}, and cannot be used yet`,
        "Deploy again in some minutes; when it stays so, look whether a service control policy is in the way.",
      );
    }
    await sleep(Math.min(poll, patience));
  }
}
