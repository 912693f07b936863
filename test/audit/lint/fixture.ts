import type { Bounds } from "../../../engine/bounds";
import type { Policy } from "../../../engine/policy/policy";
import { readPolicy } from "../../../engine/policy/read-policy";
import { loadUniverse } from "../../../engine/universe/load-universe";
import { classesFor } from "../../../audit/zone/classes";
import { fullAwsAccess } from "../../../audit/full-aws-access";
import { lint } from "../../../audit/lint/lint";
import type { LintSubject } from "../../../audit/lint/subject";
import type { Finding } from "../../../audit/finding";
import type { PolicyType } from "../../../policies/attached";

/** A policy of a fixture: its statements, or the whole document. */
export interface FixturePolicy {
  readonly name?: string;
  readonly type?: PolicyType;
  readonly statements?: readonly object[];
  readonly text?: string;
  /** Names of the accounts it is attached to; absent: the root. */
  readonly accounts?: readonly string[];
}

export const ids: Readonly<Record<string, string>> = { one: "111111111111", two: "222222222222" };

/** A zone of two member accounts below the root, with these policies. */
export function subjectOf(policies: readonly FixturePolicy[], principals?: readonly string[]): LintSubject {
  const read = policies.map((policy, index) => {
    const { name = `policy-${index}`, type = "SERVICE_CONTROL_POLICY", accounts } = policy;
    return { name, type, accounts, policy: policyOf(policy), isOwn: policy.text !== undefined };
  });
  return {
    policies: read,
    paths: Object.entries(ids).map(([account, id]) => {
      const at = (type: PolicyType, onAccount: boolean): Bounds["scp"][number]["policies"] =>
        read
          .filter((each) => each.type === type)
          .filter(({ accounts }) => (onAccount ? accounts?.includes(account) : accounts === undefined))
          .map((each) => ({ id: each.name, policy: each.policy }));
      return {
        accounts: [{ name: account }],
        bounds: {
          scp: [
            { id: "root", policies: [fullAwsAccess, ...at("SERVICE_CONTROL_POLICY", false)] },
            { id: account, policies: [fullAwsAccess, ...at("SERVICE_CONTROL_POLICY", true)] },
          ],
          rcp: [
            { id: "root", policies: at("RESOURCE_CONTROL_POLICY", false) },
            { id: account, policies: at("RESOURCE_CONTROL_POLICY", true) },
          ],
        },
        domainAccount: { id, partition: "aws", organizationId: "o-a1b2c3d4e5" },
        guardrails: read.filter(({ accounts }) => accounts?.includes(account) ?? true).map(({ name }) => name),
      };
    }),
    universe: loadUniverse(),
    classes: classesFor(
      loadUniverse(),
      read.map(({ policy }) => policy),
      [],
    ),
    accountIds: new Set(Object.values(ids)),
    principals,
    fileOf: (guardrail) => `zone/policies/${guardrail}.json`,
  };
}

/** What one rule finds. */
export function findings(rule: string, policies: readonly FixturePolicy[], principals?: readonly string[]): Finding[] {
  return lint(subjectOf(policies, principals)).filter((finding) => finding.rule === rule);
}

function policyOf({ type = "SERVICE_CONTROL_POLICY", statements = [], text }: FixturePolicy): Policy {
  const document = text ?? JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const kind = type === "RESOURCE_CONTROL_POLICY" ? "resource-control-policy" : "service-control-policy";
  const result = readPolicy(document, kind);
  if ("policy" in result) return result.policy;
  throw new Error(JSON.stringify(result.faults));
}
