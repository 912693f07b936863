import { accountCreationRole } from "../../../declaration/names";
import type { Request } from "../../../engine/request";
import { all, allowed, requests } from "../../../engine/symbolic/build";
import { requestDomain } from "../../../engine/universe/request-domain";
import { type Exemption, exemptionsOf } from "../exemptions";
import { found } from "../questions";
import { type Remark, statementRule } from "../rule";
import { type LintPath, pathsOf, type StatementOf } from "../subject";

/**
 * An exempt role that somebody else can become: by creating a role of its name, or by rewriting who may assume it. The exemption is then worth no
 * more than the right to do so (IAM User Guide, "AWS global condition context keys", aws:PrincipalArn: a session's is its role's).
 */
export const exemptionToTake = statementRule("exemption-to-take", "warning", (of) => {
  const exemptions = exemptionsOf(of.statement);
  return exemptions.flatMap((exemption) => remarkOn(of, exemption, exemptions));
});

function remarkOn(of: StatementOf, { pattern, test }: Exemption, exemptions: readonly Exemption[]): readonly Remark[] {
  if (isSaidBefore(of, pattern)) return [];
  const taken = pathsOf(of).flatMap((path) => {
    const request = waysToBecome(pattern).flatMap((action) => taking(of, path, action, pattern, exemptions) ?? [])[0];
    return request === undefined ? [] : [{ path, request }];
  });
  const [first] = taken;
  if (first === undefined) return [];
  const accounts = taken.flatMap(({ path }) => path.accounts.map(({ name }) => name));
  return [
    {
      message: `${first.request.action} lets others than the exempt become ${pattern} in ${countOf(accounts)}`,
      remedy: `Attach a guardrail that denies ${first.request.action} on that role to all others, or exempt a role that is protected.`,
      place: test.place,
      account: accounts[0],
      request: first.request,
    },
  ];
}

function isSaidBefore({ policy, statement }: StatementOf, pattern: string): boolean {
  const before = policy.policy.statements.slice(0, statement.index);
  return before.some((other) => exemptionsOf(other).some((each) => each.pattern === pattern));
}

/**
 * AWS makes the role of account creation itself in every member account, so that nobody else can create it there. Nobody can make a role below the
 * paths of service-linked roles and of Identity Center (IAM User Guide, "IAM identifiers").
 */
function waysToBecome(pattern: string): readonly string[] {
  const role = /:role\/(.+)$/.exec(pattern)?.[1];
  if (role === undefined) return pattern.endsWith("*") ? ["iam:CreateRole"] : [];
  if (/^aws-(reserved|service-role)\//.test(role)) return [];
  return role === accountCreationRole
    ? ["iam:UpdateAssumeRolePolicy"]
    : ["iam:CreateRole", "iam:UpdateAssumeRolePolicy"];
}

function taking(
  { subject }: StatementOf,
  { bounds, domainAccount }: LintPath,
  action: string,
  pattern: string,
  exemptions: readonly Exemption[],
): Request | undefined {
  const facts = subject.universe.find(action);
  if (facts === undefined) return undefined;
  const asked = requests({
    resources: [ofAccount(pattern, domainAccount.id)],
    unless: [{ ArnLike: { "aws:PrincipalArn": exemptions.map((each) => each.pattern) } }],
  });
  return found(all([allowed(bounds, action), asked]), action, requestDomain(facts, domainAccount, "member"));
}

/** Principals act on roles of their own account: the others are not bound by this path. */
function ofAccount(pattern: string, id: string): string {
  return pattern.replace(/^(arn:[^:]*:iam::)\*(:)/, `$1${id}$2`);
}

function countOf(accounts: readonly string[]): string {
  return accounts.length === 1 ? `the account ${accounts[0] ?? ""}` : `${accounts.length} accounts`;
}
