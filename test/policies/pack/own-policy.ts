import type { GuardrailAttachment, LandingZone } from "../../../declaration/model";
import { sample } from "../../fixtures/zones";

export const withGuardrails = (guardrails: readonly GuardrailAttachment[]): LandingZone => ({ ...sample, guardrails });

/** A policy of the zone's own that denies so many actions; nothing merges with another guardrail's. */
export function ownPolicy(name: string, actions: number, attachTo: readonly string[] = ["root"]): GuardrailAttachment {
  const Action = Array.from({ length: actions }, (_, index) => `ec2:${name}${String(index).padStart(4, "0")}`);
  const statement = { Sid: "Own", Effect: "Deny", Action, Resource: `arn:aws:ec2:*:*:${name}/*` };
  const document = { Version: "2012-10-17", Statement: [statement] };
  return { name, attachTo, document: JSON.stringify(document, undefined, 4) };
}
