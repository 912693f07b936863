import { nodesAbove } from "../../declaration/organizational-units";
import type { LandingZone } from "../../declaration/model";
import type { GuardrailPolicyType } from "../../declaration/policy-quotas";
import { UserError } from "../../declaration/user-error";
import type { CompiledGuardrail } from "../compile";
import { type Room, size } from "./fill";
import { parts } from "./items";
import { foreignOn, isAttached, nameOf, roomOn, type Target } from "./target";

export interface Overfull {
  readonly target: Target;
  readonly type: GuardrailPolicyType;
  /** Those to be packed, and those that are policies of their own. */
  readonly guardrails: readonly CompiledGuardrail[];
  readonly own: readonly CompiledGuardrail[];
  readonly room: Room;
}

/** Says why a target's guardrails do not fit, which are the largest, and where there is room. */
export function tooBig(zone: LandingZone, all: readonly CompiledGuardrail[], overfull: Overfull): UserError {
  const { target, type, guardrails, own, room } = overfull;
  const huge = parts(guardrails, "dropped").find((item) => size([item]) > room.bytes);
  if (huge !== undefined) {
    return new UserError(
      `guardrail ${huge.guardrail}: its statement ${huge.id.slice(huge.guardrail.length + 1)} has ${size([huge])} bytes when minified, and AWS takes ${room.bytes} in a policy`,
      "Split the statement's lists over two statements.",
    );
  }
  const sizes = guardrails.map((each) => ({ name: each.guardrail, bytes: size(parts([each], "dropped")) }));
  const largest = sizes.sort((a, b) => b.bytes - a.bytes || (a.name < b.name ? -1 : 1)).slice(0, 5);
  const others = [...foreignOn(zone, target, type), ...own.map(({ policyName = "" }) => policyName)];
  const beside = others.length === 0 ? "" : `, beside ${others.join(", ")}`;
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  return new UserError(
    `the guardrails of ${nameOf(target)} do not fit: they have ${total} bytes, and AWS takes ${Math.max(0, room.policies)} policies of ${room.bytes} bytes there${beside}`,
    [
      `Drop or move one of the largest: ${largest.map(({ name, bytes }) => `${name} (${bytes})`).join(", ")}.`,
      ...withRoom(zone, all, overfull),
      "When AWS raised the quota for you, say so in organization.quotas.",
    ].join(" "),
  );
}

/** Units on the way to the target, and those right below it, that have room for more. */
function withRoom(zone: LandingZone, all: readonly CompiledGuardrail[], { target, type }: Overfull): readonly string[] {
  const path = "unit" in target ? target.unit : accountUnit(zone, target.account);
  const below = zone.organizationalUnits.filter(({ parent }) => "unit" in target && parent === target.unit);
  const near = [...nodesAbove(path), ...below.map((unit) => unit.path)].filter(
    (unit) => !("unit" in target) || unit !== target.unit,
  );
  const free = near.flatMap((unit) => {
    const here = all.filter((each) => each.type === type && isAttached(each, { unit }));
    const room = roomOn(zone, { unit }, type, here.filter(({ policyName }) => policyName !== undefined).length);
    const taken = size(
      parts(
        here.filter(({ policyName }) => policyName === undefined),
        "dropped",
      ),
    );
    const bytes = room.policies * room.bytes - taken;
    return bytes > 0 ? [`${unit} (${bytes})`] : [];
  });
  return free.length === 0 ? [] : [`There is room, in bytes, at ${free.join(", ")}.`];
}

function accountUnit(zone: LandingZone, account: string): string {
  return zone.accounts.find(({ name }) => name === account)?.organizationalUnit ?? "root";
}
