import type { Decision, Reason } from "../../engine/decide/decision";
import { awsError } from "../gateway/aws-error";
import type { AwsCall, AwsResponse } from "../gateway/call";
import type { Need } from "./need";

/** What AWS calls the kinds of policy, in words and in their ARNs. */
const kinds = {
  scp: { words: "service control policy", arn: "service_control_policy" },
  rcp: { words: "resource control policy", arn: "resource_control_policy" },
} as const;

/** Whose organisation's policies they are. */
export interface PolicyOwner {
  readonly managementAccount: string;
  readonly id: string;
}

/**
 * AWS's answer to a call that a policy refuses: the error code and status are the service's own, the message names who, what, where and why
 * (IAM User Guide, "Troubleshoot access denied error messages"; EC2 API Reference, "Error codes", UnauthorizedOperation).
 */
export function denied(call: AwsCall, need: Need, why: string): AwsResponse {
  const { code, status } = errorOf(call);
  // Only Amazon S3 answers errors without a wrapper; the other REST-XML services have the one of the query protocol.
  const protocol = call.protocol === "rest-xml" && call.service !== "s3" ? "query" : call.protocol;
  const where = need.resource === undefined || need.resource === "*" ? "" : ` on resource: ${need.resource}`;
  const words = `User: ${call.principal} is not authorized to perform: ${need.action}${where} ${why}`;
  const isEc2 = call.protocol === "ec2";
  return awsError(protocol, status, code, isEc2 ? `You are not authorized to perform this operation. ${words}` : words);
}

/** AWS Security Blog, "Enhanced access denied error messages with policy ARNs". */
export function organizationRefuses({ action }: Need, decision: Decision, owner: PolicyOwner): string {
  const reason = denyingReason(decision);
  if (reason === undefined) return `because no service control policy allows the ${action} action`;
  const { words, arn } = kinds[reason.layer];
  const named = `arn:aws:organizations::${owner.managementAccount}:policy/${owner.id}/${arn}/${reason.policy}`;
  return `with an explicit deny in a ${words}: ${named}`;
}

/** The role's own policies refuse (the same page of the IAM User Guide). */
export function identityRefuses({ action }: Need, decision: Decision): string {
  const named = (level: string): string => (level === "boundary" ? "permissions boundary" : "identity-based policy");
  const reason = denyingReason(decision);
  if (reason !== undefined) {
    return `with an explicit deny in ${reason.level === "boundary" ? "a" : "an"} ${named(reason.level)}: ${reason.policy}`;
  }
  const silent = decision.levels.find(({ verdict }) => verdict === "implicit-deny")?.level ?? "identity";
  return `because no ${named(silent)} allows the ${action} action`;
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
