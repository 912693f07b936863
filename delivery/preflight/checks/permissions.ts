import { GetRoleCommand, IAMClient, paginateSimulatePrincipalPolicy } from "@aws-sdk/client-iam";
import { stacksOf } from "../../../declaration/stacks";
import { UserError } from "../../../declaration/user-error";
import { clientSettings } from "../../../live/aws-client";
import { type Check, finding, ok, type PreflightContext } from "../check";

/** What `landfall bootstrap` calls, and what an organisation is made with. */
const bootstrapActions: readonly string[] = [
  "iam:CreateOpenIDConnectProvider",
  "iam:CreateRole",
  "iam:PutRolePolicy",
  "iam:TagRole",
  "iam:UpdateAssumeRolePolicy",
  "organizations:CreateOrganization",
  "s3:CreateBucket",
  "s3:PutBucketPolicy",
  "s3:PutBucketPublicAccessBlock",
  "s3:PutBucketVersioning",
  "s3:PutEncryptionConfiguration",
  "sts:AssumeRole",
];

/** Deploying takes a session of `landfall-org`; before it is there, making it takes an administrator. */
export const permissions: Check = {
  id: "permissions",
  asksAws: true,
  look: async (context) => {
    if (await mayAssumeOrg(context)) return [ok("landfall-org can be assumed")];
    const { arn } = await context.identity();
    // A root user may do all of it, and the simulator takes none (IAM API Reference, SimulatePrincipalPolicy).
    const denied = arn.endsWith(":root") ? [] : await deniedActions(context, arn);
    return denied.length === 0
      ? [ok("landfall-org is not there yet; the caller may run `landfall bootstrap`, which makes it")]
      : [
          finding(
            `landfall-org cannot be assumed, and the caller may not make it: ${denied.join(", ")}`,
            "Sign in as an administrator of the management account.",
          ),
        ];
  },
};

async function mayAssumeOrg({ zone, credentialsFor }: PreflightContext): Promise<boolean> {
  const org = stacksOf(zone).find(({ kind }) => kind === "org");
  if (org === undefined) return false;
  try {
    await credentialsFor(org, zone);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** By IAM's own simulator: nothing is done. Service control policies bind no principal of the management account. */
async function deniedActions({ caller }: PreflightContext, arn: string): Promise<readonly string[]> {
  const client = new IAMClient({ ...clientSettings(caller.region, caller.environment) });
  const input = { PolicySourceArn: await simulatedPrincipal(client, arn), ActionNames: [...bootstrapActions] };
  const denied: string[] = [];
  try {
    for await (const { EvaluationResults = [] } of paginateSimulatePrincipalPolicy({ client }, input)) {
      const refused = EvaluationResults.filter(({ EvalDecision }) => EvalDecision !== "allowed");
      denied.push(...refused.map(({ EvalActionName }) => EvalActionName ?? ""));
    }
    return denied;
  } finally {
    client.destroy();
  }
}

/** The simulator takes users and roles, not sessions; a role's path is not in its sessions' ARN (IAM User Guide, "IAM identifiers"). */
async function simulatedPrincipal(client: IAMClient, arn: string): Promise<string> {
  const [, role] = /:assumed-role\/([^/]+)\//.exec(arn) ?? [];
  if (role === undefined) return arn;
  const { Role } = await client.send(new GetRoleCommand({ RoleName: role }));
  return Role?.Arn ?? arn;
}
