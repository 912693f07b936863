import type { LandingZone } from "../declaration/model";
import { accountCreationRole } from "../declaration/names";
import type { ConditionBlock } from "./condition-block";
import type { GuardrailContext } from "./guardrail";

/**
 * The one role of member accounts that guardrails let through unasked: the role that deploys the platform's stacks.
 *
 * `landfall-org` needs no exemption: it lives in the management account, which service control policies never bind
 * (Organizations User Guide, "SCP effects on permissions"), and naming it would exempt whoever makes a role of that name.
 */
export function platformRoleArn(zone: LandingZone): string {
  return `arn:${zone.partition}:iam::*:role/${accountCreationRole}`;
}

/** ARN patterns of the roles a zone exempts; a name without a path is a role of any member account. */
export function declaredRoleArns({ zone, options }: GuardrailContext): readonly string[] {
  return options.exemptRoles.map((role) =>
    role.startsWith("arn:") ? role : `arn:${zone.partition}:iam::*:role/${role}`,
  );
}

/** ARN patterns of the platform's role and of those a zone exempts. */
export function exemptRoleArns(context: GuardrailContext): readonly string[] {
  return [...new Set([platformRoleArn(context.zone), ...declaredRoleArns(context)])];
}

/** Condition that holds for every principal but the exempt roles: several values of a negated operator mean none of them. */
export function unlessExempt(context: GuardrailContext): ConditionBlock {
  return { ArnNotLike: { "aws:PrincipalArn": exemptRoleArns(context) } };
}

/** Condition that holds for every principal but the roles the zone exempts; empty when it exempts none. */
export function unlessDeclared(context: GuardrailContext): ConditionBlock {
  const roles = declaredRoleArns(context);
  return roles.length === 0 ? {} : { ArnNotLike: { "aws:PrincipalArn": roles } };
}

/** The Condition element of a statement that lets the roles a zone exempts through: none when it exempts none. */
export function butDeclared(context: GuardrailContext): { readonly Condition?: ConditionBlock } {
  const Condition = unlessDeclared(context);
  return Object.keys(Condition).length === 0 ? {} : { Condition };
}

/** For claims: requests of the platform's role and of the roles the zone exempts. */
export function byExempt(context: GuardrailContext): ConditionBlock {
  return { ArnLike: { "aws:PrincipalArn": exemptRoleArns(context) } };
}

/** For claims: requests of the roles the zone exempts, if any. */
export function byDeclared(context: GuardrailContext): readonly ConditionBlock[] {
  const roles = declaredRoleArns(context);
  return roles.length === 0 ? [] : [{ ArnLike: { "aws:PrincipalArn": roles } }];
}

/** For the sentences of claims: who is not let through, when only the roles that a zone exempts are. */
export function nobody({ options }: GuardrailContext): string {
  return options.exemptRoles.length === 0 ? "Nobody" : "Nobody but the exempt roles";
}
