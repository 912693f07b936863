import type { Draft } from "../draft/draft";
import { policyTypeOf } from "../policy-quotas";
import type { Problem } from "../problem/problem";
import { shown } from "../problem/words";
import { problemAt } from "../source/source";

/** A policy's name is unique among those of its type (Organizations API Reference, CreatePolicy). What is packed gets names of its own. */
export function checkPolicyNames({ zone }: Draft): readonly Problem[] {
  const { guardrails, foreign } = zone?.file ?? {};
  if (!zone || !guardrails) return [];
  const ownerOf = new Map(
    Object.entries(foreign?.policies ?? {}).map(([id, { name, type }]) => [
      `${type} ${name}`,
      `the foreign policy ${id}`,
    ]),
  );
  return Object.entries(guardrails).flatMap(([guardrail, { policyName, kind = "scp" }]): Problem[] => {
    if (policyName === undefined) return [];
    const key = `${policyTypeOf[kind]} ${policyName}`;
    const owner = ownerOf.get(key);
    ownerOf.set(key, owner ?? `the guardrail ${guardrail}`);
    if (owner === undefined) return [];
    const place = ["guardrails", guardrail, "policyName"];
    return [problemAt(zone.source, place, "LF1715", `${owner} has the policy name ${shown(policyName)} too`)];
  });
}
