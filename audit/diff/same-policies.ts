import type { Bounds, PolicyPath } from "../../engine/bounds";
import type { Policy } from "../../engine/policy/policy";

const said = new WeakMap<Policy, string>();

/** What bounds say, without the names of levels, policies and statements, nor where they are written: equal texts decide alike. */
export function boundsText({ scp, rcp }: Bounds): string {
  return JSON.stringify([pathText(scp), pathText(rcp)]);
}

export function pathText(path: PolicyPath): string {
  return JSON.stringify(path.map(({ policies }) => policies.map(({ policy }) => policyText(policy)).sort()));
}

function policyText(policy: Policy): string {
  const known = said.get(policy);
  if (known !== undefined) return known;
  const statements = policy.statements.map(({ effect, action, resource, conditions }) => [
    effect,
    [action.negated, action.patterns],
    [resource.negated, resource.patterns],
    conditions.map(({ qualifier, operator, ifExists, key, values }) => [qualifier, operator, ifExists, key, values]),
  ]);
  const text = JSON.stringify([policy.version, statements]);
  said.set(policy, text);
  return text;
}
