import { createHash } from "node:crypto";
import type { LandingZone } from "../../declaration/model";
import type { GuardrailPolicyType } from "../../declaration/policy-quotas";
import type { CompiledGuardrail } from "../compile";
import type { Room } from "./fill";
import type { PackOf } from "../zone-policy";
import { type Pack, pack } from "./pack";
import { isAttached, roomOn, type Target, targetsOf } from "./target";
import { type Overfull, tooBig } from "./too-big";

/** Packs that are attached to the same targets. */
export interface PackGroup {
  readonly type: GuardrailPolicyType;
  readonly of: PackOf;
  readonly targets: readonly Target[];
  readonly packs: readonly Pack[];
}

interface Load {
  readonly target: Target;
  readonly guardrails: readonly CompiledGuardrail[];
  readonly room: Room;
}

/** @throws UserError when a target's guardrails do not fit */
export function packGroups(
  zone: LandingZone,
  compiled: readonly CompiledGuardrail[],
  type: GuardrailPolicyType,
): readonly PackGroup[] {
  const ofType = compiled.filter((each) => each.type === type);
  const loads = targetsOf(zone).map((target) => loadOf(zone, ofType, type, target));
  const groups = new Map<string, Load[]>();
  for (const load of loads.filter(({ guardrails }) => guardrails.length > 0)) {
    const key = "unit" in load.target ? `unit ${load.target.unit}` : `accounts ${keyOf(load.guardrails)}`;
    groups.set(key, [...(groups.get(key) ?? []), load]);
  }
  return [...groups.values()].map((group) => groupOf(zone, ofType, type, group));
}

function loadOf(
  zone: LandingZone,
  ofType: readonly CompiledGuardrail[],
  type: GuardrailPolicyType,
  target: Target,
): Load {
  const here = ofType.filter((each) => isAttached(each, target));
  const guardrails = here.filter(({ policyName }) => policyName === undefined);
  const room = roomOn(zone, target, type, here.length - guardrails.length);
  if (room.policies < 0) throw tooBig(zone, ofType, overfull({ target, guardrails, room }, here, type));
  return { target, guardrails, room };
}

function groupOf(
  zone: LandingZone,
  ofType: readonly CompiledGuardrail[],
  type: GuardrailPolicyType,
  loads: readonly Load[],
): PackGroup {
  const tightest = loads.reduce((least, each) => (each.room.policies < least.room.policies ? each : least));
  const { target, guardrails, room } = tightest;
  const packs = pack(guardrails, room);
  const here = ofType.filter((each) => isAttached(each, target));
  if (packs === undefined) throw tooBig(zone, ofType, overfull(tightest, here, type));
  return {
    type,
    of: "unit" in target ? { unit: target.unit } : { guardrails: keyOf(guardrails) },
    targets: loads.map((load) => load.target),
    packs,
  };
}

function overfull(
  { target, guardrails, room }: Load,
  here: readonly CompiledGuardrail[],
  type: GuardrailPolicyType,
): Overfull {
  return { target, type, guardrails, room, own: here.filter(({ policyName }) => policyName !== undefined) };
}

/** The name of one guardrail, or a hash of the names of several: an account that joins or leaves changes nobody else's policies. */
function keyOf(guardrails: readonly CompiledGuardrail[]): string {
  const names = guardrails.map(({ guardrail }) => guardrail).sort();
  const [only = ""] = names;
  return names.length === 1 ? only : createHash("sha256").update(names.join(" ")).digest("hex").slice(0, 8);
}
