import type { LandingZone } from "../../declaration/model";
import { nodesAbove } from "../../declaration/organizational-units";
import type { Bounds } from "../../engine/bounds";
import type { Policy } from "../../engine/policy/policy";
import { all, allowed, not } from "../../engine/symbolic/build";
import type { ActionClass } from "../../engine/universe/action-classes";
import { auditedGuardrails } from "../audited-guardrails";
import type { Finding } from "../finding";
import { fullAwsAccess } from "../full-aws-access";
import type { PackedPolicy } from "../packed-policies";
import type { ClaimsAsked } from "./claim-results";
import { deniableClasses } from "./relevant-classes";
import { haveSameStatements } from "./same-statements";

/** The root, a unit or an account. */
interface Target {
  readonly name: string;
  readonly isAccount: boolean;
}

type Layer = PackedPolicy["type"];

/**
 * Claims are proved of guardrails, and AWS holds packs of them: proves for every target that both let the same requests pass, and finds a request where
 * they do not. What was proved of a path of guardrails then holds of what AWS decides.
 */
export function packingFindings(
  asked: ClaimsAsked,
  zone: LandingZone,
  packed: readonly PackedPolicy[],
): readonly Finding[] {
  const guardrails = auditedGuardrails(zone);
  return targetsOf(asked).flatMap((target) =>
    (["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"] as const).flatMap((layer) => {
      const [declared, held] = [guardrails, packed].map((policies) => attached(policies, target, layer));
      if (declared === undefined || held === undefined || declared.length + held.length === 0) return [];
      return differenceOf(asked, target, layer, declared, held);
    }),
  );
}

function targetsOf({ groups }: ClaimsAsked): readonly Target[] {
  const accounts = groups.filter(({ isManagement }) => !isManagement).flatMap((group) => group.accounts);
  const units = new Set(accounts.flatMap(({ organizationalUnit }) => nodesAbove(organizationalUnit)));
  return [
    ...[...units].map((name) => ({ name, isAccount: false })),
    ...accounts.map(({ name }) => ({ name, isAccount: true })),
  ];
}

type Placed = Pick<PackedPolicy, "name" | "type" | "policy" | "units" | "accounts">;

function attached(policies: readonly Placed[], { name, isAccount }: Target, layer: Layer): readonly Placed[] {
  return policies.filter(
    ({ type, units, accounts }) => type === layer && (isAccount ? accounts.has(name) : units.has(name)),
  );
}

function differenceOf(
  { ask, classes, anyAccount: account }: ClaimsAsked,
  { name }: Target,
  layer: Layer,
  declared: readonly Placed[],
  held: readonly Placed[],
): readonly Finding[] {
  if (haveSameStatements(declared.map(policyOf), held.map(policyOf))) return [];
  const [before, after] = [declared, held].map((policies) => boundsOf(policies, layer));
  if (before === undefined || after === undefined) return [];
  const caller = layer === "SERVICE_CONTROL_POLICY" ? "member" : "anybody";
  const touched = new Set([...declared, ...held].flatMap(({ policy }) => [...deniableClasses(policy, classes)]));
  for (const actionClass of touched) {
    const [one, other] = [before, after].map((bounds) => allowed(bounds, actionClass.representative.name));
    if (one === undefined || other === undefined || one === other) continue;
    for (const [formula, message] of [
      [all([one, not(other)]), "deny a request that its guardrails allow"],
      [all([other, not(one)]), "allow a request that its guardrails deny"],
    ] as const) {
      const answer = ask.find(formula, { actionClass, account, caller });
      if (answer.is !== "none") return [finding(name, message, actionClass, answer)];
    }
  }
  return [];
}

function policyOf({ policy }: Placed): Policy {
  return policy;
}

function boundsOf(policies: readonly Placed[], layer: Layer): Bounds {
  const attachedHere = policies.map(({ name: id, policy }) => ({ id, policy }));
  const isScp = layer === "SERVICE_CONTROL_POLICY";
  return {
    scp: isScp ? [{ id: "target", policies: [fullAwsAccess, ...attachedHere] }] : [],
    rcp: isScp ? [] : [{ id: "target", policies: attachedHere }],
  };
}

function finding(
  target: string,
  message: string,
  { representative }: ActionClass,
  answer: ReturnType<ClaimsAsked["ask"]["find"]>,
): Finding {
  const undecided = answer.is === "open" ? ` (undecided for ${representative.name}: ${answer.because})` : "";
  return {
    rule: "packing-changes-meaning",
    severity: "error",
    message: `the packed policies of ${target} ${message}${undecided}`,
    where: {},
    remedy:
      "This is a fault of Landfall: give the guardrails a policyName each, so that they are not packed, and report it.",
    request: answer.is === "found" ? answer.request : undefined,
  };
}
