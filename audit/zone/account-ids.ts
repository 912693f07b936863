import type { Policy } from "../../engine/policy/policy";
import type { Claim } from "../../policies/claim";

/**
 * Tells which accounts policies and claims can tell apart by their id: those of one answer differ for them in nothing but their id.
 *
 * @returns for an id, a text that accounts share which are alike
 */
export function idSignature(policies: readonly Policy[], claims: readonly Claim[]): (id: string) => string {
  const values = [...policies.flatMap(valuesOfPolicy), ...claims.flatMap(valuesOfClaim)];
  const named = new Set(values.flatMap((value) => value.match(/(?<!\d)\d{12}(?!\d)/g) ?? []));
  // A pattern such as `*::12*:role/x` may match some ids and not others: no two accounts are then taken to be alike.
  const isVague = values.some(hasPartialId);
  return (id) => (isVague || named.has(id) ? id : "");
}

/** A wildcard beside a digit where an ARN or an account id has its account. */
function hasPartialId(value: string): boolean {
  const account = value.startsWith("arn:")
    ? value.split(":").slice(0, 5).join(":")
    : /^[\d*?]+$/.test(value)
      ? value
      : "";
  return /\d[*?]|[*?]\d/.test(account);
}

function valuesOfPolicy({ statements }: Policy): readonly string[] {
  return statements.flatMap(({ resource, conditions }) => [
    ...resource.patterns,
    ...conditions.flatMap(({ values }) => values),
  ]);
}

function valuesOfClaim({
  denied: { resources = [], butResources = [], when = {}, unless = [] },
}: Claim): readonly string[] {
  const conditions = [when, ...unless].flatMap((block) => Object.values(block).flatMap((keys) => Object.values(keys)));
  return [...resources, ...butResources, ...conditions.flat()];
}
