import { policyTypesOf } from "../../../declaration/organization-policies";
import type { LiveRule } from "../compared";

/**
 * Policy types that are switched off. Their policies are detached with that, which is not said again for each (Organizations User Guide, "Disabling a
 * policy type").
 */
export const policyTypeRule: LiveRule = ({ zone, guardrails, declared }) =>
  policyTypesOf(zone)
    .filter((type) => !guardrails.policyTypes.includes(type))
    .map((type) => ({
      rule: "live-policy-type-disabled",
      subject: type,
      message: `policies of the type ${type} are disabled: none of them binds any account`,
      remedy: "`landfall deploy org` enables the type and attaches the zone's policies again.",
      alone: { ...declared, types: new Set([...declared.types].filter((each) => each !== type)) },
    }));
