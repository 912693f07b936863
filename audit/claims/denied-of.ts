import { rcpBinds } from "../../engine/organizations/rcp-services";
import { deniedBy, never } from "../../engine/symbolic/build";
import type { Formula } from "../../engine/symbolic/formula";
import type { AuditedGuardrail } from "../audited-guardrails";

/** The requests of an action that a guardrail denies; a resource control policy denies none of services that it does not bind. */
export function deniedOf({ policy, type }: Pick<AuditedGuardrail, "policy" | "type">, action: string): Formula {
  return type === "RESOURCE_CONTROL_POLICY" && !rcpBinds(action) ? never : deniedBy(policy, action);
}
