import type { Decision, Reason } from "../../engine/decide/decision";
import { awsError } from "../gateway/aws-error";
import type { AwsCall, AwsResponse } from "../gateway/call";
import type { Need } from "./need";

/** What AWS calls the kinds of policy, in words and in their ARNs. */
const kinds = {
  scp: { words: "service control policy", arn: "service_control_policy" },
  rcp: { words: "resource control policy", arn: "resource_control_policy" },
} as const;

export interface Denial {
  readonly need: Need;
  readonly decision: Decision;
}

/**
 * AWS's answer to a call that a policy of the organisation refuses: the error code and status are the service's own, the message names who, what,
 * where and which policy (IAM User Guide, "Troubleshoot access denied error messages"; AWS Security Blog, "Enhanced access denied error messages
 * with policy ARNs"; EC2 API Reference, "Error codes", UnauthorizedOperation).
 */
export function denied(
  call: AwsCall,
  denial: Denial,
  organization: { readonly managementAccount: string; readonly id: string },
): AwsResponse {
  const { code, status } = errorOf(call);
  // Only Amazon S3 answers errors without a wrapper; the other REST-XML services have the one of the query protocol.
  const protocol = call.protocol === "rest-xml" && call.service !== "s3" ? "query" : call.protocol;
  const words = message(call.principal, denial, organization);
  return awsError(
    protocol,
    status,
    code,
    call.protocol === "ec2" ? `You are not authorized to perform this operation. ${words}` : words,
  );
}

function message(
  principal: string,
  { need, decision }: Denial,
  organization: { readonly managementAccount: string; readonly id: string },
): string {
  const action = need.action;
  const where = need.resource === undefined || need.resource === "*" ? "" : ` on resource: ${need.resource}`;
  const reason = denyingReason(decision);
  return `User: ${principal} is not authorized to perform: ${action}${where} ${
    reason === undefined
      ? `because no service control policy allows the ${action} action`
      : explicit(reason, organization)
  }`;
}

function explicit(
  { layer, policy }: Reason,
  organization: { readonly managementAccount: string; readonly id: string },
): string {
  const { words, arn } = kinds[layer];
  const named = `arn:aws:organizations::${organization.managementAccount}:policy/${organization.id}/${arn}/${policy}`;
  return `with an explicit deny in a ${words}: ${named}`;
}

/** The first Deny from the root down. */
export function denyingReason({ levels }: Decision): Reason | undefined {
  return levels.flatMap((level) => level.denies)[0];
}

/** Services whose code or status is not their protocol's (each service's "Common errors" or error reference). */
const special: Readonly<Record<string, { readonly code: string; readonly status: number }>> = {
  sns: { code: "AuthorizationError", status: 403 },
  sqs: { code: "AccessDenied", status: 403 },
};

function errorOf({ protocol, service }: AwsCall): { readonly code: string; readonly status: number } {
  const own = special[service];
  if (own) return own;
  switch (protocol) {
    case "json":
      return { code: "AccessDeniedException", status: 400 };
    case "rest-json":
    case "smithy-rpc-v2-cbor":
      return { code: "AccessDeniedException", status: 403 };
    case "query":
    case "rest-xml":
      return { code: "AccessDenied", status: 403 };
    case "ec2":
      return { code: "UnauthorizedOperation", status: 403 };
  }
}
