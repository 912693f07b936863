import { accountCreationRole } from "../../../declaration/names";
import type { Request } from "../../../engine/request";
import { all, allowed, requests } from "../../../engine/symbolic/build";
import { requestDomain } from "../../../engine/universe/request-domain";
import { type Exemption, exemptions, exemptionsOf, guardrailsOf, isMadeByAws, roleNameIn } from "../exemptions";
import { found } from "../questions";
import type { Noticed, Rule } from "../rule";
import type { LintPath, LintSubject } from "../subject";
import { few } from "../words";

/**
 * An exempt role that somebody else can become: by creating a role of its name, or by rewriting who may assume it. The exemption is then worth no
 * more than the right to do so (IAM User Guide, "AWS global condition context keys", aws:PrincipalArn: a session's is its role's).
 */
export const exemptionToTake: Rule = {
  name: "exemption-to-take",
  severity: "warning",
  look: (subject) => exemptions(subject).flatMap((exemption) => takenFrom(subject, exemption)),
};

function takenFrom(subject: LintSubject, exemption: Exemption): readonly Noticed[] {
  const { pattern, by } = exemption;
  const exempt = [...new Set(by.flatMap(({ statement }) => exemptionsOf(statement)))];
  const guardrails = guardrailsOf(exemption);
  const taken = subject.paths
    .filter((path) => guardrails.some((name) => path.guardrails.includes(name)))
    .flatMap((path) => {
      const request = waysToBecome(pattern).flatMap(
        (action) => taking(subject, path, action, pattern, exempt) ?? [],
      )[0];
      return request === undefined ? [] : [{ path, request }];
    });
  const [first] = taken;
  if (first === undefined) return [];
  const accounts = taken.flatMap(({ path }) => path.accounts.map(({ name }) => name));
  return [
    {
      ...by[0],
      message: `${first.request.action} lets others become ${pattern} in ${few(accounts)}, and so escape ${few(guardrails)}`,
      remedy: `Attach a guardrail that denies ${first.request.action} on that role to all others, or exempt a role that is protected.`,
      account: accounts[0],
      request: first.request,
    },
  ];
}

/** AWS makes the role of account creation itself in every member account, so that nobody else can create it there. */
function waysToBecome(pattern: string): readonly string[] {
  const role = roleNameIn(pattern);
  if (role === undefined) return pattern.endsWith("*") ? ["iam:CreateRole"] : [];
  if (isMadeByAws(role)) return [];
  return role === accountCreationRole
    ? ["iam:UpdateAssumeRolePolicy"]
    : ["iam:CreateRole", "iam:UpdateAssumeRolePolicy"];
}

function taking(
  { universe }: LintSubject,
  { bounds, domainAccount }: LintPath,
  action: string,
  pattern: string,
  exempt: readonly string[],
): Request | undefined {
  const facts = universe.find(action);
  if (facts === undefined) return undefined;
  const asked = requests({
    resources: [ofAccount(pattern, domainAccount.id)],
    unless: [{ ArnLike: { "aws:PrincipalArn": exempt } }],
  });
  return found(all([allowed(bounds, action), asked]), action, requestDomain(facts, domainAccount, "member"));
}

/** Principals act on roles of their own account: the others are not bound by this path. */
function ofAccount(pattern: string, id: string): string {
  return pattern.replace(/^(arn:[^:]*:iam::)\*(:)/, `$1${id}$2`);
}
