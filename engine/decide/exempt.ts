import { type Context, valuesOf } from "../match/context";

/**
 * Whether a service-linked role calls, which neither service control policies ("Service control policies (SCPs)", tasks and entities not
 * restricted by SCPs) nor resource control policies ("Resource control policies (RCPs)", resources and entities not restricted by RCPs) bind.
 */
export function isExempt(principal: string | undefined, context: Context): boolean {
  return isServiceLinkedRole(principal) || isServiceLinkedRole(valuesOf(context, "aws:PrincipalArn")?.[0]);
}

/** By the path, which nobody else's role can have; the ARN of a session lacks it, and no page says that the names are reserved. */
const serviceLinkedRole = /^arn:[^:]*:iam::[^:]*:role\/aws-service-role\//;

export function isServiceLinkedRole(arn: string | undefined): boolean {
  // What most callers' ARNs lack is looked for first, which is faster.
  return arn?.includes(":role/aws-service-role/") === true && serviceLinkedRole.test(arn);
}
