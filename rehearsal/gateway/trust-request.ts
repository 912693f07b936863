import type { AwsCall } from "./call";
import type { FindRole } from "./roles";
import type { TrustRequest } from "./trust";

/**
 * An account id, its root's ARN and the caller's own ARN all name the caller in a trust policy (IAM User Guide, "Principal"). A session is called by its
 * role's ARN, path included.
 */
export async function callerTrust(
  call: AwsCall,
  parameters: URLSearchParams,
  findRole: FindRole,
): Promise<TrustRequest> {
  const [, partition = "aws"] = call.principal.split(":");
  const [, roleName] = /:assumed-role\/([^/]+)\//.exec(call.principal) ?? [];
  const role =
    roleName === undefined
      ? call.principal
      : ((await findRole(call.account, roleName))?.arn ?? `arn:${partition}:iam::${call.account}:role/${roleName}`);
  const externalId = parameters.get("ExternalId");
  return {
    action: "sts:AssumeRole",
    principals: [call.account, `arn:${partition}:iam::${call.account}:root`, call.principal, role],
    context: {
      "aws:principalarn": role,
      "aws:principalaccount": call.account,
      ...(externalId === null ? {} : { "sts:externalid": externalId }),
    },
  };
}

/** Claims of the token: read, not verified, for the rehearsal's issuer is imaginary. */
export function webIdentityTrust(parameters: URLSearchParams): TrustRequest | undefined {
  try {
    const [, payload = ""] = (parameters.get("WebIdentityToken") ?? "").split(".");
    const claims: Readonly<Record<string, unknown>> = JSON.parse(Buffer.from(payload, "base64url").toString());
    const issuer = String(claims["iss"]).replace(/^https:\/\//, "");
    const [, account = ""] = /^arn:[^:]+:iam::(\d{12}):/.exec(parameters.get("RoleArn") ?? "") ?? [];
    return {
      action: "sts:AssumeRoleWithWebIdentity",
      principals: [issuer, `arn:aws:iam::${account}:oidc-provider/${issuer}`],
      context: { [`${issuer}:sub`]: String(claims["sub"]), [`${issuer}:aud`]: String(claims["aud"]) },
    };
  } catch {
    return undefined;
  }
}
