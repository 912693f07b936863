import type { GuardrailAttachment, LandingZone } from "../../declaration/model";
import { sample } from "../fixtures/zones";

/** A policy of a zone's own, with what it is said to deny. */
export function own(
  name: string,
  statements: object | readonly object[],
  claims: GuardrailAttachment["claims"],
  attached: Pick<GuardrailAttachment, "attachTo" | "accounts" | "kind"> = { attachTo: ["workloads"] },
): GuardrailAttachment {
  return {
    name,
    ...attached,
    document: JSON.stringify({ Version: "2012-10-17", Statement: statements }),
    claims: claims ?? [],
  };
}

/** The sample zone with other guardrails. */
export function zoneOf(...guardrails: readonly GuardrailAttachment[]): LandingZone {
  return { ...sample, guardrails };
}

/** A claim that none of these actions succeeds. */
export function claimOf(
  actions: readonly string[],
  more: Omit<NonNullable<GuardrailAttachment["claims"]>[number]["denied"], "actions" | "caller"> & {
    caller?: "member" | "anybody";
  } = {},
): NonNullable<GuardrailAttachment["claims"]>[number] {
  return { id: "claimed", sentence: "It is claimed.", denied: { caller: "member", actions: [...actions], ...more } };
}
