import type { Compared } from "../compared";

/** What a policy is attached to, for people: `the root`, `the unit workloads/prod`, `the account orders-dev`. @param id in AWS */
export function targetWords({ at, guardrails }: Pick<Compared, "at" | "guardrails">, id: string): string {
  const { organization } = guardrails;
  if (id === organization.rootId) return "the root";
  const node = at.nodeOf(id);
  if (node !== id) return `the ${node}`;
  const unit = organization.units.find((each) => each.id === id);
  if (unit !== undefined) return `the unit ${unit.path}`;
  const account = organization.accounts.find((each) => each.id === id);
  return account === undefined ? id : `the account ${account.name} (${id})`;
}
