import type { Draft } from "../draft/draft";
import { type GuardrailPolicyType, guardrailPolicyTypes, policyQuotas, policyTypeOf, quotaOf } from "../policy-quotas";
import type { Problem } from "../problem/problem";
import { problemAt } from "../source/source";

interface Own {
  readonly guardrail: string;
  readonly type: GuardrailPolicyType;
  /** Where the target stands in the guardrail. */
  readonly path: readonly PropertyKey[];
  readonly target: string;
}

/**
 * No target has more policies that are not packed, those of others and those with a name of their own, than AWS attaches. What is packed is
 * measured when it is.
 */
export function checkGuardrailRoom({ zone, policies }: Draft): readonly Problem[] {
  const { guardrails, foreign, organization } = zone?.file ?? {};
  if (!zone || !guardrails || !organization) return [];
  const own = Object.entries(guardrails)
    .filter(([name, { policyName }]) => policyName !== undefined && policies.some((policy) => policy.name === name))
    .flatMap(([guardrail, { attachTo, accounts, kind = "scp" }]): Own[] => {
      const type = policyTypeOf[kind];
      return [
        ...attachTo.map((unit, index) => ({ guardrail, type, path: ["attachTo", index], target: unit })),
        ...accounts.map((name, index) => ({
          guardrail,
          type,
          path: ["accounts", index],
          target: `the account ${name}`,
        })),
      ];
    });
  return guardrailPolicyTypes.flatMap((type) => {
    const { attached } = quotaOf(type, organization.quotas);
    const here = own.filter((each) => each.type === type);
    return [...new Set(here.map(({ target }) => target))].flatMap((target): Problem[] => {
      const others = Object.values(foreign?.policies ?? {}).filter(
        (policy) => policy.type === type && policy.attachedTo.includes(target.replace(/^the account /, "")),
      ).length;
      const beyond = here.filter((each) => each.target === target)[attached - 1 - others];
      if (beyond === undefined) return [];
      const message =
        `${target} gets more than ${attached - 1 - others} policies with names of their own; AWS attaches ${attached}, ` +
        `${policyQuotas[type].attachedByAws} is one${others === 0 ? "" : `, others have ${others}`}: without policyName they are packed`;
      return [problemAt(zone.source, ["guardrails", beyond.guardrail, ...beyond.path], "LF1707", message)];
    });
  });
}
