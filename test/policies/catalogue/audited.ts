import { fullAwsAccess } from "../../../audit/full-aws-access";
import { claimActions } from "../../../audit/claims/claim-actions";
import { excessOf } from "../../../audit/claims/excess";
import { proveClaim, type Proof } from "../../../audit/claims/prove";
import type { Bounds } from "../../../engine/bounds";
import type { Policy } from "../../../engine/policy/policy";
import { readPolicy } from "../../../engine/policy/read-policy";
import type { Request } from "../../../engine/request";
import type { Domain } from "../../../engine/symbolic/domain";
import { type ActionClass, type ActionTest, actionClasses } from "../../../engine/universe/action-classes";
import { loadUniverse } from "../../../engine/universe/load-universe";
import { type DomainAccount, requestDomain } from "../../../engine/universe/request-domain";
import type { ActionFacts, Universe } from "../../../engine/universe/universe";
import type { Claim } from "../../../policies/claim";
import type { DenyStatement, Guardrail } from "../../../policies/guardrail";

export const universe = loadUniverse();

const account: DomainAccount = { id: "222222222222", partition: "aws", organizationId: "o-acme000001" };

/** Statements of any effect: what breaks a guardrail may flip one. */
export type AnyStatement = Omit<DenyStatement, "Effect"> & { readonly Effect: "Allow" | "Deny" };

/** @throws Error with the faults when AWS would not take the policy */
export function policyOf(kind: Guardrail["kind"], statements: readonly AnyStatement[]): Policy {
  const text = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const read = readPolicy(text, kind === "scp" ? "service-control-policy" : "resource-control-policy");
  if ("faults" in read) throw new Error(`${text}: ${read.faults.map(({ message }) => message).join("; ")}`);
  return read.policy;
}

/** An account below a root that has the policy attached. */
export function boundBy(kind: Guardrail["kind"], policy: Policy): Bounds {
  const attached = { id: "guardrail", policy };
  const scp = [
    { id: "root", policies: kind === "scp" ? [fullAwsAccess, attached] : [fullAwsAccess] },
    { id: "account", policies: [fullAwsAccess] },
  ];
  return { scp, rcp: kind === "scp" ? [] : [{ id: "root", policies: [attached] }] };
}

export function domainFor(kind: Guardrail["kind"]): (action: ActionFacts) => Domain {
  return (action) => requestDomain(action, account, kind === "scp" ? "member" : "anybody");
}

/** One action of each class whose members neither the statements nor the claims tell apart. */
export function classesOf(policies: readonly Policy[], claims: readonly Claim[]): readonly ActionClass[] {
  const ofStatements = policies.flatMap(({ statements }) =>
    statements.map(({ action, resource }) => ({ ...action, resources: !resource.patterns.includes("*") })),
  );
  const ofClaims = claims.map(({ denied }) => ({
    patterns: [...denied.actions, ...(denied.butActions ?? [])],
    negated: false,
    resources: denied.resources !== undefined,
  }));
  const tests = [...ofStatements, ...ofClaims];
  return actionClasses(spokenOf(tests), tests).classes;
}

/** The actions that anything is said of; all of them when something is said of all but a few. */
function spokenOf(tests: readonly ActionTest[]): Universe {
  if (tests.some(({ negated }) => negated)) return universe;
  const patterns = new Set(tests.flatMap((each) => each.patterns));
  return { ...universe, actions: [...new Set([...patterns].flatMap((pattern) => universe.matching(pattern)))] };
}

export interface Audited {
  readonly proofs: ReadonlyMap<string, Proof>;
  /** Requests that are denied and no claim speaks of. */
  readonly excess: readonly Request[];
}

/**
 * What the audit says of the claims when this policy, and no other, binds the account.
 *
 * @param actions those to ask about
 */
export function audited(
  kind: Guardrail["kind"],
  policy: Policy,
  claims: readonly Claim[],
  actions: readonly ActionFacts[] = classesOf([policy], claims).map(({ representative }) => representative),
): Audited {
  const subject = { bounds: boundBy(kind, policy), domainOf: domainFor(kind) };
  const proofs = claims.map((claim) => {
    const about = new Set(claimActions(claim.denied, universe));
    return [
      claim.id,
      proveClaim(
        claim,
        actions.filter((action) => about.has(action)),
        subject,
      ),
    ] as const;
  });
  return { proofs: new Map(proofs), excess: excessOf(policy, claims, actions, subject.domainOf, universe) };
}
