import type { PolicyType } from "../../policies/attached";
import type { Bounds, PolicyPath } from "../../engine/bounds";
import type { Policy } from "../../engine/policy/policy";

/** A policy and the nodes it is attached to. */
export interface GovernedPolicy {
  readonly type: PolicyType;
  readonly name: string;
  readonly policy: Policy;
  readonly targets: ReadonlySet<string>;
}

/** What bounds the accounts of an organisation, as it is declared or as it is. */
export interface Governed {
  /** Policy types that are enabled. */
  readonly types: ReadonlySet<string>;
  /** Node → the node above it; the root has none. See `unitNode` and `accountNode`. */
  readonly parents: ReadonlyMap<string, string>;
  /** By `policyKey`. */
  readonly policies: ReadonlyMap<string, GovernedPolicy>;
}

/** @param path of a declared unit, or `root` */
export function unitNode(path: string): string {
  return `unit ${path}`;
}

/** @param name of a declared account */
export function accountNode(name: string): string {
  return `account ${name}`;
}

/** No two policies of one type have one name (Organizations API Reference, CreatePolicy, DuplicatePolicyException). */
export function policyKey({ type, name }: { readonly type: string; readonly name: string }): string {
  return `${type} ${name}`;
}

/** What bounds an account that is a member and not the management account. A type that is not enabled binds nothing. */
export function boundsIn({ types, parents, policies }: Governed, account: string): Bounds {
  const path: string[] = [];
  for (let node: string | undefined = account; node !== undefined; node = parents.get(node)) path.unshift(node);
  const layer = (wanted: PolicyType): PolicyPath => {
    if (!types.has(wanted)) return [];
    const all = [...policies.values()].filter(({ type }) => type === wanted);
    return path.map((id) => ({
      id,
      policies: all.filter(({ targets }) => targets.has(id)).map(({ name, policy }) => ({ id: name, policy })),
    }));
  };
  return { scp: layer("SERVICE_CONTROL_POLICY"), rcp: layer("RESOURCE_CONTROL_POLICY") };
}

/** The same with another policy, or without it. */
export function withPolicy(governed: Governed, key: string, policy: GovernedPolicy | undefined): Governed {
  const policies = new Map(governed.policies);
  if (policy === undefined) policies.delete(key);
  else policies.set(key, policy);
  return { ...governed, policies };
}
