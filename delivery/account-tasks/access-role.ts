import { GetRoleCommand, type IAMClient, UpdateAssumeRolePolicyCommand } from "@aws-sdk/client-iam";
import { isDeepStrictEqual } from "node:util";
import { accountCreationRole } from "../../declaration/names";
import { UserError } from "../../declaration/user-error";
import type { Step } from "../steps/step";
import type { Caller } from "../../live/sts";
import { withIam } from "./iam";

export interface AccessRole {
  readonly account: string;
  /** Trust policy it is to have: `platformTrust`. */
  readonly trust: string;
  /** A session of the role itself. */
  readonly caller: Caller;
  /** Whether the role can be assumed anew. */
  readonly canBeAssumed: () => Promise<boolean>;
}

/**
 * Narrows the trust of an account's `landfall-platform`. Assuming it anew must work; where it does not, or anything else goes wrong, the
 * old trust is put back by the session at hand, so that nobody is locked out. Success proves little yet: AWS may still decide by the old
 * trust (IAM User Guide, "Changes that I make are not always immediately visible"). A later run that gets in proves it.
 */
export function accessRoleStep({ account, trust, caller, canBeAssumed }: AccessRole): Step {
  return {
    id: `access-role:${account}`,
    title: `narrow the trust of ${accountCreationRole}`,
    isDone: () => withIam(caller, async (iam) => isDeepStrictEqual(JSON.parse(await trustOf(iam)), JSON.parse(trust))),
    perform: () =>
      withIam(caller, async (iam) => {
        const before = await trustOf(iam);
        try {
          await put(iam, trust);
          if (await canBeAssumed()) return;
          throw new UserError(
            `${accountCreationRole} of ${account} could not be assumed with its trust narrowed, so the old one was put back`,
            "Run `landfall bootstrap` as an administrator of the management account, then deploy again.",
          );
        } catch (error) {
          await put(iam, before);
          throw error;
        }
      }),
  };
}

/** IAM gives policies URL-encoded (IAM API Reference, GetRole). */
async function trustOf(iam: IAMClient): Promise<string> {
  const { Role } = await iam.send(new GetRoleCommand({ RoleName: accountCreationRole }));
  return decodeURIComponent(Role?.AssumeRolePolicyDocument ?? "{}");
}

async function put(iam: IAMClient, trust: string): Promise<void> {
  await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: accountCreationRole, PolicyDocument: trust }));
}
