import { type Context, valuesOf } from "../match/context";

/**
 * Whether a service-linked role calls, which neither service control policies ("Service control policies (SCPs)", tasks and entities not
 * restricted by SCPs) nor resource control policies ("Resource control policies (RCPs)", resources and entities not restricted by RCPs) bind.
 */
export function isExempt(principal: string | undefined, context: Context): boolean {
  return isServiceLinkedRole(principal) || isServiceLinkedRole(valuesOf(context, "aws:PrincipalArn")?.[0]);
}

/** A session (`assumed-role`) has lost the path of its role but kept the reserved name. */
const serviceLinkedRole = /^arn:[^:]*:(?:iam::\d*:role\/aws-service-role\/|sts::\d*:assumed-role\/AWSServiceRoleFor)/;

export function isServiceLinkedRole(arn: string | undefined): boolean {
  // What most callers' ARNs lack is looked for first, which is faster.
  if (arn === undefined || !(arn.includes("aws-service-role/") || arn.includes("/AWSServiceRoleFor"))) return false;
  return serviceLinkedRole.test(arn);
}
