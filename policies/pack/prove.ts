import type { LandingZone } from "../../declaration/model";
import type { Policy } from "../../engine/policy/policy";
import type { PolicyKind } from "../../engine/policy/policy-kind";
import { readPolicy } from "../../engine/policy/read-policy";
import type { Request } from "../../engine/request";
import { all, allowedBy, any, deniedBy, not } from "../../engine/symbolic/build";
import { CannotTell } from "../../engine/symbolic/cannot-tell";
import type { Formula } from "../../engine/symbolic/formula";
import { witness } from "../../engine/symbolic/witness";
import { actionClasses } from "../../engine/universe/action-classes";
import { loadUniverse } from "../../engine/universe/load-universe";
import { requestDomain } from "../../engine/universe/request-domain";
import { attachedPolicies, unpackedPolicies, type ZonePolicy } from "../attached";
import type { PolicyType } from "../zone-policy";
import { isAttachedTo, nameOf, type Target, targetsOf } from "./target";

/** Whether the packed policies of targets say what their guardrails say. */
export interface PackProof {
  readonly type: PolicyType;
  /** Targets with the same policies, as messages call them. */
  readonly targets: readonly string[];
  /** Classes of actions that were compared: no policy tells the actions of a class apart. */
  readonly classes: number;
  readonly verdict:
    | { readonly is: "same" }
    /** A request that one of them denies, or allows, and the other does not. */
    | {
        readonly is: "different";
        readonly effect: "Allow" | "Deny";
        readonly by: "guardrails" | "packs";
        readonly request: Request;
      }
    | { readonly is: "unknown"; readonly action: string; readonly because: string };
}

const kinds: Readonly<Record<PolicyType, PolicyKind>> = {
  SERVICE_CONTROL_POLICY: "service-control-policy",
  RESOURCE_CONTROL_POLICY: "resource-control-policy",
};

/**
 * Compares, target by target, what AWS will hold with the zone's guardrails: for every action of AWS, no request is denied, or allowed, by one and
 * not by the other.
 *
 * @throws UserError as `attachedPolicies`
 */
export function provePacked(zone: LandingZone): readonly PackProof[] {
  return compared(zone, unpackedPolicies(zone), attachedPolicies(zone));
}

/** The same for any two lists of policies of a zone's targets. */
export function compared(
  zone: LandingZone,
  guardrails: readonly ZonePolicy[],
  packs: readonly ZonePolicy[],
): readonly PackProof[] {
  const account = { id: "?".repeat(12), partition: zone.partition, organizationId: undefined };
  const proofs = new Map<string, PackProof>();
  for (const target of targetsOf(zone)) {
    for (const type of ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"] as const) {
      const [before, after] = [guardrails, packs].map((list) => documentsOn(list, target, type));
      if (before === undefined || after === undefined || before.length + after.length === 0) continue;
      const key = JSON.stringify([type, before, after]);
      const known = proofs.get(key) ?? { type, targets: [], ...verdictOn(type, before, after, account) };
      proofs.set(key, { ...known, targets: [...known.targets, nameOf(target)] });
    }
  }
  return [...proofs.values()];
}

function documentsOn(policies: readonly ZonePolicy[], target: Target, type: PolicyType): readonly string[] {
  return policies.filter((each) => each.type === type && isAttachedTo(each, target)).map(({ document }) => document);
}

function verdictOn(
  type: PolicyType,
  before: readonly string[],
  after: readonly string[],
  account: Parameters<typeof requestDomain>[1],
): Pick<PackProof, "classes" | "verdict"> {
  const [guardrails, packs] = [before, after].map((documents) => documents.map((text) => policyOf(text, kinds[type])));
  const policies = [...(guardrails ?? []), ...(packs ?? [])];
  const tests = policies.flatMap(({ statements }) =>
    statements.map(({ action, resource }) => ({
      ...action,
      resources: resource.negated || !resource.patterns.includes("*"),
    })),
  );
  const { classes } = actionClasses(loadUniverse(), tests);
  const caller = type === "SERVICE_CONTROL_POLICY" ? "member" : "anybody";
  for (const { representative } of classes) {
    const action = representative.name;
    const domain = requestDomain(representative, account, caller);
    for (const [effect, by] of [
      ["Deny", deniedBy],
      ["Allow", allowedBy],
    ] as const) {
      const union = (list: readonly Policy[] = []): Formula => any(list.map((policy) => by(policy, action)));
      const [one, other] = [union(guardrails), union(packs)];
      if (one === other) continue;
      try {
        const lost = witness(all([one, not(other)]), action, domain);
        const won = lost ?? witness(all([other, not(one)]), action, domain);
        const whose = lost === undefined ? "packs" : "guardrails";
        if (won !== undefined)
          return { classes: classes.length, verdict: { is: "different", effect, by: whose, request: won } };
      } catch (error) {
        if (!(error instanceof CannotTell)) throw error;
        return { classes: classes.length, verdict: { is: "unknown", action, because: error.because } };
      }
    }
  }
  return { classes: classes.length, verdict: { is: "same" } };
}

/** @throws Error for a document that is no policy: the zone's own were checked when it was loaded, the catalogue's are Landfall's */
function policyOf(document: string, kind: PolicyKind): Policy {
  const result = readPolicy(document, kind);
  if ("policy" in result) return result.policy;
  throw new Error(`not a policy: ${result.faults.map(({ message }) => message).join("; ")}`);
}
