import type { Policy } from "../../engine/policy/policy";
import type { Claim } from "../../policies/claim";
import type { ConditionBlock } from "../../policies/condition-block";

/** What policies and claims compare: patterns of resources have neither an operator nor a key. */
interface Compared {
  readonly operator?: string;
  readonly key?: string;
  readonly values: readonly string[];
}

/**
 * Tells which accounts policies and claims can tell apart by their id: those of one answer differ for them in nothing but their id.
 *
 * @returns for an id, a text that accounts share which are alike
 */
export function idSignature(policies: readonly Policy[], claims: readonly Claim[]): (id: string) => string {
  const compared = [...policies.flatMap(comparedByPolicy), ...claims.flatMap(comparedByClaim)];
  const named = new Set(compared.flatMap(({ values }) => values.flatMap((value) => value.match(wholeId) ?? [])));
  // A pattern such as `*::12*:role/x`, or an order of ids, may hold of some ids and not of others: no two accounts are then taken to be alike.
  const areTied = compared.some(({ values }) => values.some((value) => idVariable.test(value)));
  const isVague = compared
    .filter(({ key }) => areTied || key === undefined || isIdKey(key))
    .some(({ operator = "", values }) => /Numeric|Date|Binary/.test(operator) || values.some(hasPartialId));
  return (id) => (isVague || named.has(id) ? id : "");
}

const wholeId = /(?<!\d)\d{12}(?!\d)/g;

/** Whether a context key's values differ from account to account in the requests that exist (engine/universe/request-domain.ts). */
export function isIdKey(key: string): boolean {
  return /^aws:(\w*account|principalarn)$/i.test(key);
}

/** Ties the value of any other key to an account's id. */
const idVariable = /\$\{\s*aws:(\w*account|principalarn)\b/i;

/**
 * A wildcard or a variable beside a digit where the account of an ARN, or a bare id, may be. What follows the fifth colon, or the kind of a
 * principal, comes after the account whatever the wildcards before it stand for.
 */
function hasPartialId(value: string): boolean {
  const [untilResource = ""] = value
    .split(":")
    .slice(0, 5)
    .join(":")
    .split(/:(?:role|user|federated-user)\//);
  return /\d[*?$]|[*?}]\d/.test(untilResource);
}

function comparedByPolicy({ statements }: Policy): readonly Compared[] {
  return statements.flatMap(({ resource, conditions }) => [{ values: resource.patterns }, ...conditions]);
}

function comparedByClaim({
  denied: { resources = [], butResources = [], when = {}, unless = [] },
}: Claim): readonly Compared[] {
  return [{ values: [...resources, ...butResources] }, ...[when, ...unless].flatMap(comparedByBlock)];
}

function comparedByBlock(block: ConditionBlock): readonly Compared[] {
  return Object.entries(block).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values: [values].flat() })),
  );
}
