import { type Context, valuesOf } from "../match/context";

/**
 * Whether a service-linked role calls, which neither service control policies ("Service control policies (SCPs)", tasks and entities not
 * restricted by SCPs) nor resource control policies ("Resource control policies (RCPs)", resources and entities not restricted by RCPs) bind.
 */
export function isExempt(principal: string | undefined, context: Context): boolean {
  return isServiceLinkedRole(principal) || isServiceLinkedRole(valuesOf(context, "aws:PrincipalArn")?.[0]);
}

/** Also for its sessions: `arn:aws:sts::…:assumed-role/AWSServiceRoleFor…/…` has lost the path but kept the reserved name. */
const serviceLinkedRole = /^arn:[^:]*:(?:iam::\d*:role\/aws-service-role\/|sts::\d*:assumed-role\/AWSServiceRoleFor)/;

export function isServiceLinkedRole(arn: string | undefined): boolean {
  return arn !== undefined && serviceLinkedRole.test(arn);
}
