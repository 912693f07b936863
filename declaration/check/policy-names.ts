import type { Draft } from "../draft/draft";
import type { Problem } from "../problem/problem";
import { shown } from "../problem/words";
import { problemAt } from "../source/source";

/** A policy's name is unique among those of its type (Organizations API Reference, CreatePolicy). */
export function checkPolicyNames({ zone }: Draft): readonly Problem[] {
  const { guardrails, organization, foreign } = zone?.file ?? {};
  if (!zone || !guardrails || !organization) return [];
  const ownerOf = new Map(
    Object.entries(foreign?.policies ?? {})
      .filter(([, { type }]) => type === "SERVICE_CONTROL_POLICY")
      .map(([id, { name }]) => [name, `the foreign policy ${id}`]),
  );
  return Object.entries(guardrails).flatMap(([guardrail, { policyName }]): Problem[] => {
    const name = policyName ?? `${organization.name}-${guardrail}`;
    const owner = ownerOf.get(name);
    ownerOf.set(name, owner ?? `the guardrail ${guardrail}`);
    if (owner === undefined) return [];
    const place = ["guardrails", guardrail, ...(policyName === undefined ? [] : ["policyName"])];
    return [
      problemAt(
        zone.source,
        place,
        "LF1715",
        `${owner} has the policy name ${shown(name)} too`,
        policyName === undefined ? "key" : undefined,
      ),
    ];
  });
}
